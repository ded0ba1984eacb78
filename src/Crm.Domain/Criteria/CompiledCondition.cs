using System.Linq.Expressions;

namespace Crm.Domain.Criteria;

/// <summary>One condition of a tree, compiled by itself.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Path">Where it stands in the tree, as a JSON path.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Holds">Whether it holds for a record.</param>
public sealed record CompiledCondition<T>(string Path, Condition Condition, Expression<Func<T, bool>> Holds);
