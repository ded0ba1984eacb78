using System.Globalization;
using Crm.Domain.CustomFields;
using Crm.Domain.Values;

namespace Crm.Domain.Criteria;

/// <summary>Finds what never holds by its form alone: empty alternatives, opposites, and values and ranges of one field that exclude each other.</summary>
internal static class Contradictions
{
    public static IReadOnlyList<string> Of(Criterion criterion, Func<string, CriteriaField?> find) => Never(criterion, "$", find);

    // The places that make the tree never hold; none where that cannot be seen.
    private static List<string> Never(Criterion criterion, string path, Func<string, CriteriaField?> find)
    {
        switch (criterion)
        {
            case AnyOf any:
                var each = any.Items.Select((item, index) => Never(item, $"{path}.any[{index}]", find)).ToList();
                return each.Count == 0 ? [path] : each.TrueForAll(e => e.Count > 0) ? [.. each.SelectMany(e => e)] : [];
            case AllOf all:
                var within = all.Items.SelectMany((item, index) => Never(item, $"{path}.all[{index}]", find)).ToList();
                return within.Count > 0 ? within : Excluding([.. Conditions(all, path)], find);
            case NotOf not:
                return IsAlways(not.Item) ? [path] : [];
            default:
                return Excluding([((Condition)criterion, path)], find);
        }
    }

    private static bool IsAlways(Criterion criterion) => criterion switch
    {
        AllOf all => all.Items.All(IsAlways),
        AnyOf any => any.Items.Any(IsAlways),
        NotOf { Item: AnyOf { Items.Count: 0 } } => true,
        _ => false,
    };

    private static IEnumerable<(Condition Condition, string Path)> Conditions(AllOf all, string path) => all.Items.SelectMany((item, index) => item switch
    {
        Condition condition => [(condition, $"{path}.all[{index}]")],
        AllOf inner => Conditions(inner, $"{path}.all[{index}]"),
        _ => [],
    });

    private static List<string> Excluding(List<(Condition Condition, string Path)> conditions, Func<string, CriteriaField?> find)
    {
        foreach (var same in conditions.GroupBy(c => (c.Condition.Field, c.Condition.Days, c.Condition.Where)))
        {
            var (field, places) = (find(same.Key.Field), same.ToList());
            if (field is not null && (HasOpposites(places) || (!field.IsMultiple && Excludes(field, [.. places.Select(p => p.Condition)]))))
            {
                return places.ConvertAll(p => p.Path);
            }
        }

        return [];
    }

    private static bool HasOpposites(List<(Condition Condition, string Path)> places) => places.Exists(a => places.Exists(b =>
        CriteriaOperators.Positive(a.Condition.Operator) == (b.Condition.Operator, true)
        && (a.Condition with { Operator = b.Condition.Operator }).Equals(b.Condition)));

    private static bool Excludes(CriteriaField field, List<Condition> conditions)
    {
        if (conditions.Exists(c => c.Operator == CriteriaOperators.IsEmpty) && conditions.Exists(c => !CriteriaOperators.Positive(c.Operator).IsNegated))
        {
            return true;
        }

        return field.Type switch
        {
            FieldType.Number => ExcludesInOrder<decimal>(conditions, value => value is null ? null : Convert.ToDecimal(value, CultureInfo.InvariantCulture)),

            // Days in ISO form stand in the order of their characters; a year has four digits.
            FieldType.Date => ExcludesInOrder<DateOnly>(conditions, value => DateOnly.TryParseExact(value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null),
            FieldType.Text => Equals(conditions, v => FoldedText.Of((string)v)) > 1,
            FieldType.Choice => Equals(conditions, v => (string)v) > 1,
            FieldType.Flag => Equals(conditions, v => (bool)v) > 1,
            _ => false,
        };
    }

    private static int Equals<TValue>(List<Condition> conditions, Func<object, TValue> read) =>
        conditions.Where(c => c is { Operator: CriteriaOperators.Equal, Value: not null }).Select(c => read(c.Value!)).Distinct().Count();

    private static IEnumerable<object?> Ends(object? value) => value is System.Collections.IEnumerable list and not string ? list.Cast<object?>() : [value];

    private static bool ExcludesInOrder<TValue>(List<Condition> conditions, Func<object?, TValue?> read)
        where TValue : struct, IComparable<TValue>
    {
        var (least, most) = ((Value: (TValue?)null, IsOpen: false), (Value: (TValue?)null, IsOpen: false));
        foreach (var condition in conditions)
        {
            var ends = condition.Operator is CriteriaOperators.In or CriteriaOperators.NotIn ? [] : Ends(condition.Value).Select(read).ToList();
            switch (condition.Operator)
            {
                case CriteriaOperators.Equal:
                    Raise(ends[0], false);
                    Lower(ends[0], false);
                    break;
                case CriteriaOperators.Between when ends.Count == 2:
                    Raise(ends[0], false);
                    Lower(ends[1], false);
                    break;
                case CriteriaOperators.GreaterThan or CriteriaOperators.After:
                    Raise(ends[0], true);
                    break;
                case CriteriaOperators.GreaterOrEqual:
                    Raise(ends[0], false);
                    break;
                case CriteriaOperators.LessThan or CriteriaOperators.Before:
                    Lower(ends[0], true);
                    break;
                case CriteriaOperators.LessOrEqual:
                    Lower(ends[0], false);
                    break;
                default:
                    break;
            }
        }

        return least.Value is { } from && most.Value is { } to && (from.CompareTo(to) > 0 || (from.CompareTo(to) == 0 && (least.IsOpen || most.IsOpen)));

        void Raise(TValue? end, bool isOpen)
        {
            if (end is { } value && (least.Value is not { } known || value.CompareTo(known) > 0 || (value.CompareTo(known) == 0 && isOpen)))
            {
                least = (value, isOpen);
            }
        }

        void Lower(TValue? end, bool isOpen)
        {
            if (end is { } value && (most.Value is not { } known || value.CompareTo(known) < 0 || (value.CompareTo(known) == 0 && isOpen)))
            {
                most = (value, isOpen);
            }
        }
    }
}
