using System.Linq.Expressions;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Puts an expression in the place of a parameter.</summary>
internal sealed class Placing(ParameterExpression place, Expression value) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == place ? value : node;
}
