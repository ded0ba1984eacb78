using System.Linq.Expressions;

namespace Crm.Domain.Criteria;

/// <summary>A positive operator with its operand, as a condition on a value and as its negation; both are total over null.</summary>
internal sealed record ValueTest<TValue>(Expression<Func<TValue, bool>> Holds, Expression<Func<TValue, bool>> Fails);
