package org.tocsin.cli.evaluate.sequence;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** One-to-one pairs with the largest total weight (Hungarian method); pairs of weight 0 or less are left out. */
final class Assignment {
    private final double[][] cost;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] owner;
    private final int[] way;

    private Assignment(double[][] cost) {
        int size = cost.length + 1;
        this.cost = cost;
        rowPotential = new double[size];
        columnPotential = new double[size];
        owner = new int[size];
        way = new int[size];
    }

    /** The column that each row is paired with; rows without a partner are left out. */
    static <R, C> Map<R, C> of(List<R> rows, List<C> columns, ToDoubleBiFunction<R, C> weight) {
        int size = Math.max(rows.size(), columns.size());
        double[][] cost = new double[size][size];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                cost[i][j] = -Math.max(0, weight.applyAsDouble(rows.get(i), columns.get(j)));
            }
        }
        Assignment assignment = new Assignment(cost);
        for (int row = 1; row <= size; row++) {
            assignment.place(row);
        }
        Map<R, C> pairs = new LinkedHashMap<>();
        for (int j = 1; j <= columns.size(); j++) {
            int row = assignment.owner[j] - 1;
            if (row < rows.size() && cost[row][j - 1] < 0) {
                pairs.put(rows.get(row), columns.get(j - 1));
            }
        }
        return pairs;
    }

    /** Gives a row a column, moving rows placed before to other columns where the total gains by it. */
    private void place(int row) {
        owner[0] = row;
        double[] least = new double[owner.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        boolean[] used = new boolean[owner.length];
        int column = 0;
        do {
            used[column] = true;
            int next = cheapest(column, least, used);
            shift(least[next], least, used);
            column = next;
        } while (owner[column] != 0);
        while (column != 0) {
            owner[column] = owner[way[column]];
            column = way[column];
        }
    }

    private int cheapest(int from, double[] least, boolean[] used) {
        int row = owner[from];
        int cheapest = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int j = 1; j < owner.length; j++) {
            if (!used[j]) {
                double slack = cost[row - 1][j - 1] - rowPotential[row] - columnPotential[j];
                if (slack < least[j]) {
                    least[j] = slack;
                    way[j] = from;
                }
                if (least[j] < lowest) {
                    lowest = least[j];
                    cheapest = j;
                }
            }
        }
        return cheapest;
    }

    private void shift(double by, double[] least, boolean[] used) {
        for (int j = 0; j < owner.length; j++) {
            if (used[j]) {
                rowPotential[owner[j]] += by;
                columnPotential[j] -= by;
            } else {
                least[j] -= by;
            }
        }
    }
}
