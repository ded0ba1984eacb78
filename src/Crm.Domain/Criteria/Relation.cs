using System.Linq.Expressions;
using NodaTime.Text;

namespace Crm.Domain.Criteria;

/// <summary>A set of related facts: what they are called, when they happened, and which fields they have.</summary>
internal abstract class Relation<T, TItem>(string name, IRelatedSet<T, TItem> set, FieldCatalogue<TItem> fields)
    where TItem : class
{
    public string Name => name;

    public IRelatedSet<T, TItem> Set => set;

    public FieldCatalogue<TItem> Fields => fields;

    /// <summary>Which facts count for a condition: those up to the moment, in the window, for which both criteria hold.</summary>
    public Expression<Func<TItem, bool>>? Matching(LeafScope scope, Criterion? always)
    {
        if (scope.Condition.Days is < 0 or > CriteriaMoment.MaxDays)
        {
            scope.Refused.Add(scope.Errors.CriteriaValueInvalid($"{scope.Path}.days", scope.Condition.Field, $"a number of days from 0 to {CriteriaMoment.MaxDays}"));
            return null;
        }

        var matching = Window(scope.Moment, scope.Condition.Days);
        if (always is not null)
        {
            matching = Compose.Both(matching, fields.Compile(always, scope.Path, scope)!);
        }

        return scope.Condition.Where is not { } where ? matching
            : fields.Compile(where, $"{scope.Path}.where", scope) is { } wanted ? Compose.Both(matching, wanted)
            : null;
    }

    /// <summary>Which facts may count at one of two moments alone, although nothing was written meanwhile.</summary>
    public IEnumerable<Expression<Func<TItem, bool>>> Drift(LeafScope scope, Criterion? always, CriteriaMoment from) =>
        new[] { always, scope.Condition.Where }.OfType<Criterion>().SelectMany(c => fields.Drift(c, scope, from)).Concat(WindowDrift(from, scope.Moment, scope.Condition.Days));

    public abstract Relation<CriteriaRecord, CriteriaRecord> ForRecords();

    /// <summary>Reads the time of a plain fact; null when it does not suit.</summary>
    public abstract IReadOnlyList<object>? ReadTime(object? raw, CriteriaMoment moment);

    protected abstract Expression<Func<TItem, bool>> Window(CriteriaMoment moment, int? days);

    protected abstract IEnumerable<Expression<Func<TItem, bool>>> WindowDrift(CriteriaMoment from, CriteriaMoment to, int? days);
}

internal sealed class Relation<T, TItem, TTime>(string name, IRelatedSet<T, TItem> set, FieldCatalogue<TItem> fields, TimeKind<TTime> time, Expression<Func<TItem, TTime>> at)
    : Relation<T, TItem>(name, set, fields)
    where TItem : class
{
    public TimeKind<TTime> Time => time;

    public Expression<Func<TItem, TTime>> At => at;

    public override Relation<CriteriaRecord, CriteriaRecord> ForRecords() => new Relation<CriteriaRecord, CriteriaRecord, TTime>(
        Name, new MemorySet<CriteriaRecord, CriteriaRecord>(CriteriaRecord.FactsOf(Name)), Fields.ForRecords(), time, CriteriaRecord.One<TTime>(CriteriaRecord.Time));

    // A fact is dated by an instant or by a day, whichever the caller has.
    public override IReadOnlyList<object>? ReadTime(object? raw, CriteriaMoment moment) =>
        time.TryRead(raw, moment, out var at) ? [at]
        : InstantKind.Instance.TryRead(raw, moment, out var instant) && time.TryRead(LocalDatePattern.Iso.Format(instant.Value.InZone(moment.Zone).Date), moment, out at) ? [at]
        : null;

    protected override Expression<Func<TItem, bool>> Window(CriteriaMoment moment, int? days) => at.Then(time.Window(moment, days).Holds);

    protected override IEnumerable<Expression<Func<TItem, bool>>> WindowDrift(CriteriaMoment from, CriteriaMoment to, int? days) => time.WindowDrift(from, to, days).Select(at.Then);
}
