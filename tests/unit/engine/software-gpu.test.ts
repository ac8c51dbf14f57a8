import { describe, expect, it } from 'vitest';
import { isSoftwareRenderer } from '../../../src/engine/worker/backends/software-gpu';

describe('a renderer', () => {
  it.each([
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', true],
    ['llvmpipe (LLVM 15.0.6, 256 bits)', true],
    ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)', true],
    ['Apple Software Renderer', true],
    ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11)', false],
    ['Mali-G78', false],
    ['Apple GPU', false],
    ['WebKit WebGL', false],
  ])('named %s computes on the CPU: %s', (name, software) => {
    expect(isSoftwareRenderer(name)).toBe(software);
  });
});
