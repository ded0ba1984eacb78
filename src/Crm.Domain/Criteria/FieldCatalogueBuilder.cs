using System.Linq.Expressions;
using Crm.Domain.CustomFields;
using NodaTime;

namespace Crm.Domain.Criteria;

/// <summary>Collects the fields of one kind of record for one target; areas add theirs through <see cref="IRelatedFields"/>.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class FieldCatalogueBuilder<T>
    where T : class
{
    private readonly List<FieldBinding<T>> _fields = [];
    private readonly List<string> _missing = [];
    private readonly Dictionary<string, Func<FactKind>> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<string, FieldBinding<T>?>> _families = new(StringComparer.Ordinal);

    internal FieldCatalogueBuilder(ICriteriaSource source) => Source = source;

    internal ICriteriaSource Source { get; }

    internal FieldCatalogueBuilder<T> Text(string name, Expression<Func<T, string?>> folded) => Scalar(name, TextKind.Instance, folded);

    internal FieldCatalogueBuilder<T> Number(string name, Expression<Func<T, decimal?>> number) => Scalar(name, DecimalKind.Instance, number);

    internal FieldCatalogueBuilder<T> Date(string name, Expression<Func<T, LocalDate?>> date) => Scalar(name, DateKind.Instance, date);

    internal FieldCatalogueBuilder<T> At(string name, Expression<Func<T, Instant?>> at) => Scalar(name, InstantKind.Instance, at);

    internal FieldCatalogueBuilder<T> Scalar<TValue>(string name, ValueKind<TValue> kind, Expression<Func<T, TValue>> value)
    {
        Add(new ScalarBinding<T, TValue>(Describe(name, kind, value), kind, value));
        return this;
    }

    /// <summary>A field whose values are in parts of the record.</summary>
    internal FieldCatalogueBuilder<T> Several<TItem, TValue>(
        string name, ValueKind<TValue> kind, Expression<Func<T, IEnumerable<TItem>>> parts, Expression<Func<TItem, TValue>> value, Expression<Func<TItem, bool>>? where = null)
        where TItem : class
    {
        Add(Bind(name, kind, parts, value, where));
        return this;
    }

    internal FieldBinding<T> Bind<TItem, TValue>(
        string name, ValueKind<TValue> kind, Expression<Func<T, IEnumerable<TItem>>> parts, Expression<Func<TItem, TValue>> value, Expression<Func<TItem, bool>>? where, bool isMultiple = true)
        where TItem : class =>
        new SetBinding<T, TItem, TValue>(Describe(name, kind, value) with { IsMultiple = isMultiple }, kind, Source.Find(parts)!, where, value);

    /// <summary>Fields that are named by a prefix, a colon and a key, such as <c>preference:delivery</c>.</summary>
    internal FieldCatalogueBuilder<T> Family(string prefix, Func<string, FieldBinding<T>?> field)
    {
        _families.Add(prefix, field);
        return this;
    }

    /// <summary>Facts of another area; where that area is not there, its fields are refused as such.</summary>
    internal RelationBuilder<T, TItem, TTime>? Related<TItem, TTime>(string name, TimeKind<TTime> time, Expression<Func<TItem, TTime>> at, Action<FieldCatalogueBuilder<TItem>> fields)
        where TItem : class
    {
        if (Source.Find<T, TItem>(null) is not { } set)
        {
            _missing.Add(name);
            return null;
        }

        var inner = new FieldCatalogueBuilder<TItem>(Source);
        fields(inner);
        return new(this, new Relation<T, TItem, TTime>(name, set, inner.Build(), time, at));
    }

    internal IReadOnlyList<FieldBinding<T>> Bindings => _fields;

    internal void Add(FieldBinding<T> field) => _fields.Add(field);

    internal void Add(string factKind, Func<FactKind> kind) => _facts.Add(factKind, kind);

    internal FieldCatalogue<T> Build() => new(Source, _fields, _families, _missing, _facts);

    private CriteriaField Describe<TValue>(string name, ValueKind<TValue> kind, LambdaExpression value) =>
        new(name, kind.Type, Source.OperatorsOf(value, kind.Operators)) { Choices = kind.Choices };
}
