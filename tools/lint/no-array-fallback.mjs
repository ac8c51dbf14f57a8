/**
 * Forbids a fallback after reading a place of an array (`shape[0] ?? 1`): where the place must be there, the fallback hides a fault, and
 * `at` (src/base/at.ts) throws; where it may lie outside, `atOr` says so. Typed arrays are left alone: they are read in loops over their
 * own length. So are records, whose names may be absent.
 */
import { ESLintUtils } from '@typescript-eslint/utils';

/** What an expression reads a place of: `list[i]`, `list.at(i)`. */
function listOf(node) {
  if (node.type === 'MemberExpression' && node.computed) return node.object;
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.property.name === 'at')
    return node.callee.object;
  return undefined;
}

/** A shape is called one, or is a property called so. */
function isShape(list) {
  const name = list.type === 'MemberExpression' ? list.property.name : list.name;
  return typeof name === 'string' && /shape$/i.test(name);
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { shapesOnly: { type: 'boolean' } }, additionalProperties: false }],
    messages: {
      hides:
        'This fallback hides that the array has no such place: read it with `at`, or with `atOr` where it may lie outside (src/base/at.ts).',
    },
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();
    const isArray = (node) => {
      const type = checker.getNonNullableType(services.getTypeAtLocation(node));
      return (type.isUnion() ? type.types : [type]).every((one) => checker.isArrayType(one) || checker.isTupleType(one));
    };
    /** `const [rows = 0] = shape`: the array that is taken apart. */
    const takenApart = (pattern) => {
      const { parent } = pattern;
      if (parent.type === 'VariableDeclarator') return parent.init;
      return parent.type === 'AssignmentExpression' ? parent.right : undefined;
    };
    return {
      LogicalExpression(node) {
        if (node.operator !== '??') return;
        const list = listOf(node.left);
        if (list === undefined || (context.options[0]?.shapesOnly === true && !isShape(list))) return;
        if (isArray(list)) context.report({ node, messageId: 'hides' });
      },
      ArrayPattern(node) {
        const list = takenApart(node);
        if (list === undefined || list === null || (context.options[0]?.shapesOnly === true && !isShape(list)) || !isArray(list)) return;
        for (const one of node.elements) if (one?.type === 'AssignmentPattern') context.report({ node: one, messageId: 'hides' });
      },
    };
  },
};
