using System.Linq.Expressions;
using Crm.Domain.CustomFields;

namespace Crm.Domain.Criteria;

/// <summary>Adds fields over one set of related facts.</summary>
internal sealed class RelationBuilder<T, TItem, TTime>(FieldCatalogueBuilder<T> builder, Relation<T, TItem, TTime> relation)
    where T : class
    where TItem : class
{
    /// <summary>How many facts count.</summary>
    public RelationBuilder<T, TItem, TTime> Count(string name, Criterion? always = null)
    {
        builder.Add(new MeasureBinding<T, TItem, int?>(
            Describe($"{relation.Name}.{name}", CountKind.Instance), relation, always, CountKind.Instance, (facts, which) => facts.Count(which), _ => (facts, which) => facts.Count(which)));
        return this;
    }

    /// <summary>The sum of a number of the facts that count; zero where none does.</summary>
    public RelationBuilder<T, TItem, TTime> Sum(string name, string field)
    {
        var number = (ScalarBinding<TItem, decimal?>)relation.Fields.Find(field)!;
        builder.Add(new MeasureBinding<T, TItem, decimal?>(
            Describe($"{relation.Name}.{name}", DecimalKind.Instance), relation, null, DecimalKind.Instance, Sum(number.Value), _ => Sum(CriteriaRecord.One<decimal?>(field))));
        return this;
    }

    /// <summary>When the last fact that counts happened.</summary>
    public RelationBuilder<T, TItem, TTime> Last(string name, Criterion? always = null)
    {
        builder.Add(new MeasureBinding<T, TItem, TTime>(
            Describe($"{relation.Name}.{name}", relation.Time), relation, always, relation.Time, Last(relation.At), _ => Last(CriteriaRecord.One<TTime>(CriteriaRecord.Time)), relation.At));
        return this;
    }

    /// <summary>When the first fact that counts happened.</summary>
    public RelationBuilder<T, TItem, TTime> First(string name, Criterion? always = null)
    {
        builder.Add(new MeasureBinding<T, TItem, TTime>(
            Describe($"{relation.Name}.{name}", relation.Time), relation, always, relation.Time, First(relation.At), _ => First(CriteriaRecord.One<TTime>(CriteriaRecord.Time)), relation.At));
        return this;
    }

    /// <summary>The least value of a number of the facts that count; none where none does.</summary>
    public RelationBuilder<T, TItem, TTime> Least(string name, string field, Criterion? always = null)
    {
        var number = (ScalarBinding<TItem, decimal?>)relation.Fields.Find(field)!;
        builder.Add(new MeasureBinding<T, TItem, decimal?>(
            Describe($"{relation.Name}.{name}", DecimalKind.Instance), relation, always, DecimalKind.Instance, First(number.Value), _ => First(CriteriaRecord.One<decimal?>(field))));
        return this;
    }

    /// <summary>The greatest value of a number of the facts that count; none where none does.</summary>
    public RelationBuilder<T, TItem, TTime> Greatest(string name, string field, Criterion? always = null)
    {
        var number = (ScalarBinding<TItem, decimal?>)relation.Fields.Find(field)!;
        builder.Add(new MeasureBinding<T, TItem, decimal?>(
            Describe($"{relation.Name}.{name}", DecimalKind.Instance), relation, always, DecimalKind.Instance, Last(number.Value), _ => Last(CriteriaRecord.One<decimal?>(field))));
        return this;
    }

    /// <summary>Whether a fact counts.</summary>
    public RelationBuilder<T, TItem, TTime> Exists(string name, Criterion? always = null)
    {
        builder.Add(new ExistsBinding<T, TItem>(
            Describe($"{relation.Name}.{name}", FlagKind.Instance) with { Operators = [CriteriaOperators.Equal, CriteriaOperators.NotEqual] }, relation, always));
        return this;
    }

    /// <summary>The values of a field of the facts that count.</summary>
    public RelationBuilder<T, TItem, TTime> Values<TValue>(string field, Criterion? always = null, IReadOnlyList<string>? operators = null)
    {
        var values = (ScalarBinding<TItem, TValue>)relation.Fields.Find(field)!;
        var described = Describe($"{relation.Name}.{field}", values.Kind) with { IsMultiple = true };
        builder.Add(new ValuesBinding<T, TItem, TValue>(operators is null ? described : described with { Operators = operators }, relation, always, values));
        return this;
    }

    /// <summary>The value of a field of the one fact that a record has at most.</summary>
    public RelationBuilder<T, TItem, TTime> Value<TValue>(string field)
    {
        var values = (ScalarBinding<TItem, TValue>)relation.Fields.Find(field)!;
        builder.Add(new ValuesBinding<T, TItem, TValue>(Describe($"{relation.Name}.{field}", values.Kind), relation, null, values));
        return this;
    }

    /// <summary>What plain facts of this relation are called, and what they then say without saying it.</summary>
    public RelationBuilder<T, TItem, TTime> Facts(string kind, string? field = null, string? value = null)
    {
        builder.Add(kind, () => new FactKind(relation.ForRecords(), field, value));
        return this;
    }

    private static Expression<Func<IEnumerable<TFact>, Func<TFact, bool>, decimal?>> Sum<TFact>(Expression<Func<TFact, decimal?>> number)
    {
        Expression<Func<IEnumerable<TFact>, Func<TFact, bool>, Func<TFact, decimal?>, decimal?>> sum = (facts, which, amount) => facts.Where(which).Sum(amount);
        return Compose.BindLast(sum, number);
    }

    private static Expression<Func<IEnumerable<TFact>, Func<TFact, bool>, TValue>> Last<TFact, TValue>(Expression<Func<TFact, TValue>> value)
    {
        Expression<Func<IEnumerable<TFact>, Func<TFact, bool>, Func<TFact, TValue>, TValue>> last = (facts, which, at) => facts.Where(which).Max(at)!;
        return Compose.BindLast(last, value);
    }

    private static Expression<Func<IEnumerable<TFact>, Func<TFact, bool>, TValue>> First<TFact, TValue>(Expression<Func<TFact, TValue>> value)
    {
        Expression<Func<IEnumerable<TFact>, Func<TFact, bool>, Func<TFact, TValue>, TValue>> first = (facts, which, at) => facts.Where(which).Min(at)!;
        return Compose.BindLast(first, value);
    }

    private CriteriaField Describe<TValue>(string name, ValueKind<TValue> kind) => new(name, kind.Type, kind.Operators)
    {
        Choices = kind.Choices, Relation = relation.Name, Where = relation.Fields.Fields,
    };
}
