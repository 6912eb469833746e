import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { stage } from './map/stage';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element #app');
mount(App, { target });
window.tocsin = { dots: () => stage.scene?.dots() ?? 0, cells: () => stage.scene?.cells() ?? 0 };
