using System.Globalization;
using System.Linq.Expressions;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>How rows of custom fields are ordered by one of their slots, and how a value of it is written in the key of a page.</summary>
internal abstract class FieldSlot
{
    public static FieldSlot Of(FieldType type) => type switch
    {
        FieldType.Number => Exact<decimal?>(
            f => f.Number, v => v!.Value.ToString(CultureInfo.InvariantCulture), t => decimal.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) && Math.Abs(v) < 1e15m ? v : null),
        FieldType.Date => Exact<LocalDate?>(f => f.Date, v => LocalDatePattern.Iso.Format(v!.Value), t => LocalDatePattern.Iso.Parse(t).TryGetValue(default, out var v) && v.Year >= 1 ? v : null),
        FieldType.Instant => Exact<Instant?>(
            f => f.At, v => InstantPattern.ExtendedIso.Format(v!.Value), t => InstantPattern.ExtendedIso.Parse(t).TryGetValue(default, out var v) && v.InUtc().Year >= 1 ? v : null),
        FieldType.Flag => new FieldSlot<bool?>(f => f.Flag, v => v!.Value ? "true" : "false", t => bool.TryParse(t, out var v) ? v : null, Flags),
        FieldType.Choice => Texts(f => f.Choice),
        _ => Texts(f => f.Folded),
    };

    /// <summary>The rows with a value in order, from a key on; null when the key is of another field.</summary>
    public abstract IQueryable<CustomerField>? Order(IQueryable<CustomerField> rows, bool isDescending, FieldPageKey? after);

    /// <summary>The value of a row, as the key writes it.</summary>
    public abstract string Text(CustomerField row);

    private static FieldSlot<TValue> Exact<TValue>(Expression<Func<CustomerField, TValue>> slot, Func<TValue, string> write, Func<string, TValue> read) => new(
        slot,
        write,
        read,
        (comparison, value) =>
        {
            Expression<Func<TValue>> captured = () => value;
            return Expression.Lambda<Func<CustomerField, bool>>(Expression.MakeBinary(comparison, slot.Body, captured.Body), slot.Parameters);
        });

    // Columns of texts are ordered by code points on every database.
    private static FieldSlot<string?> Texts(Expression<Func<CustomerField, string?>> slot) => new(
        slot,
        v => v!,
        Querying.StorableText.Of,
        (comparison, value) =>
        {
#pragma warning disable CA1309, CA1310, MA0074 // Databases know no overload with a comparison.
            Expression<Func<int>> captured = () => string.Compare(null, value);
#pragma warning restore CA1309, CA1310, MA0074
            var call = (MethodCallExpression)captured.Body;
            return Expression.Lambda<Func<CustomerField, bool>>(Expression.MakeBinary(comparison, call.Update(null, [slot.Body, call.Arguments[1]]), Expression.Constant(0)), slot.Parameters);
        });

    private static Expression<Func<CustomerField, bool>> Flags(ExpressionType comparison, bool? value) => (comparison, value) switch
    {
        (ExpressionType.GreaterThan, false) or (ExpressionType.GreaterThanOrEqual, true) => f => f.Flag == true,
        (ExpressionType.LessThan, true) or (ExpressionType.LessThanOrEqual, false) => f => f.Flag == false,
        (ExpressionType.GreaterThan or ExpressionType.LessThan, _) => f => false,
        _ => f => true,
    };
}

internal sealed class FieldSlot<TValue>(
    Expression<Func<CustomerField, TValue>> slot, Func<TValue, string> write, Func<string, TValue> read, Func<ExpressionType, TValue, Expression<Func<CustomerField, bool>>> compare) : FieldSlot
{
    private readonly Func<CustomerField, TValue> _value = slot.Compile(preferInterpretation: true);

    public override IQueryable<CustomerField>? Order(IQueryable<CustomerField> rows, bool isDescending, FieldPageKey? after)
    {
        rows = rows.Where(Expression.Lambda<Func<CustomerField, bool>>(Expression.NotEqual(slot.Body, Expression.Constant(null, typeof(TValue))), slot.Parameters));
        if (after is { Value: { } text, Id: var id })
        {
            if (read(text) is not { } value)
            {
                return null;
            }

            // The bound on the slot alone is where the database enters the index.
            var (from, beyond) = isDescending ? (ExpressionType.LessThanOrEqual, ExpressionType.LessThan) : (ExpressionType.GreaterThanOrEqual, ExpressionType.GreaterThan);
            rows = rows.Where(compare(from, value));
            var further = compare(beyond, value);
            Expression<Func<CustomerField, bool>> next = isDescending ? f => EF.Property<CustomerId>(f, "CustomerId") < id : f => EF.Property<CustomerId>(f, "CustomerId") > id;
            rows = rows.Where(Expression.Lambda<Func<CustomerField, bool>>(Expression.OrElse(further.Body, new Placing(next.Parameters[0], further.Parameters[0]).Visit(next.Body)), further.Parameters));
        }

        return isDescending
            ? rows.OrderByDescending(slot).ThenByDescending(f => EF.Property<CustomerId>(f, "CustomerId"))
            : rows.OrderBy(slot).ThenBy(f => EF.Property<CustomerId>(f, "CustomerId"));
    }

    public override string Text(CustomerField row) => write(_value(row));
}
