using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Crm.Domain.CustomFields;
using Crm.Domain.Values;

namespace Crm.Domain.Criteria;

/// <summary>Texts that are stored folded; the operand is folded likewise, and both are compared ordinally.</summary>
internal sealed class TextKind(Func<string, string> fold) : ValueKind<string?>(FieldType.Text, CriteriaOperators.OfTexts)
{
    private const int MaxLength = 1000;

    public static TextKind Instance { get; } = new(FoldedText.Of);

    public override string Expected => $"a text of 1 to {MaxLength} characters";

    public override bool TryRead(object? raw, CriteriaMoment moment, [NotNullWhen(true)] out string? value)
    {
        // No database keeps NUL, and nothing that is stored holds one.
        value = raw is string { Length: > 0 and <= MaxLength } text ? fold(text).Replace('\0', '\uFFFD') : null;
        return value is not null;
    }

    public override ValueTest<string?>? Test(string positive, LeafScope scope)
    {
        if (positive is not (CriteriaOperators.Contains or CriteriaOperators.StartsWith or CriteriaOperators.EndsWith))
        {
            return base.Test(positive, scope);
        }

        if (One(scope) is not (true, { } operand))
        {
            return null;
        }

#pragma warning disable CA1307, MA0001 // Databases know no overload with a comparison; this one is ordinal anyway.
        Expression<Func<string, string, bool>> contains = (text, part) => text.Contains(part);
#pragma warning restore CA1307, MA0001
        var function = positive switch
        {
            CriteriaOperators.Contains => contains,
            CriteriaOperators.StartsWith => scope.Source.StartsWith,
            _ => scope.Source.EndsWith,
        };
        var holds = Compose.Bind(function, Compose.Value(operand));
        var (value, nothing) = (holds.Parameters[0], Expression.Constant(null, typeof(string)));
        return new(
            Expression.Lambda<Func<string?, bool>>(Expression.AndAlso(Expression.NotEqual(value, nothing), holds.Body), value),
            Expression.Lambda<Func<string?, bool>>(Expression.OrElse(Expression.Equal(value, nothing), Expression.Not(holds.Body)), value));
    }
}
