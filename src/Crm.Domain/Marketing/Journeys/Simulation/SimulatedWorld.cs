using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>The world of a contact in memory, in which it is whatever time one says.</summary>
internal sealed class SimulatedWorld(SimulatedContact contact) : IJourneyWorld
{
    private const string Tag = "tag";

    public Instant Now { get; set; }

    public ValueTask<DateTimeZone> ZoneAsync(CancellationToken cancellationToken) => ValueTask.FromResult(contact.Zone);

    public Task<bool> HoldsAsync(Criterion criterion, CancellationToken cancellationToken)
    {
        if (contact is not { Fields: { } fields, Record: { } record })
        {
            return Task.FromResult(criterion == Criterion.Everything);
        }

        var compiled = fields.Compile(criterion, new CriteriaMoment(Now, contact.BusinessZone ?? contact.Zone));
        return compiled.TryGetValue(out var holds) ? Task.FromResult(holds.Compile(preferInterpretation: true)(record)) : throw new CrmRuleException(compiled.Errors);
    }

    public Task<JourneyActed> ActAsync(JourneyActionStep step, CancellationToken cancellationToken)
    {
        if (contact.Refusals.TryGetValue(step.Key, out var reason))
        {
            return Task.FromResult(new JourneyActed(false, reason));
        }

        var values = new RuleValues(step.Action.Values);
        if (step.Action.Do == "addTag" && values.Text(Tag) is { } tag && contact is { Record: { } record, Fields: { } fields })
        {
            Take(record, fields, Tag, [.. record.All(Tag), tag]);
        }
        else if (step.Action.Do == RuleNotes.SetField && values.Text(RuleNotes.Field) is { } field && values.Text(RuleNotes.Value) is { } value && contact is { Record: { } own, Fields: { } known })
        {
            Take(own, known, field, [value]);
        }

        var shown = string.Join(", ", step.Action.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{v.Key}: {v.Value}")));
        return Task.FromResult(new JourneyActed(true, shown.Length == 0 ? step.Action.Do : $"{step.Action.Do} ({shown})"));
    }

    public Task<bool> ReactedAsync(JourneyDecisionStep step, Instant from, Instant until, CancellationToken cancellationToken) =>
        Task.FromResult(FirstReaction(step, from, until) is { } at && at <= Now);

    public Instant? FirstReaction(JourneyDecisionStep step, Instant from, Instant until)
    {
        var suitable = contact.Reactions.Where(r => (r.Name == step.Event || r.Name == step.Key) && r.At >= from && r.At <= until).ToList();
        return suitable.Count == 0 ? null : suitable.Min(r => r.At);
    }

    private void Take(CriteriaRecord record, FieldCatalogue<CriteriaRecord> fields, string field, IReadOnlyList<object> values)
    {
        if (fields.Find(field)?.ReadValues(values, new CriteriaMoment(Now, contact.Zone)) is { } read)
        {
            record.Set(field, read);
        }
    }
}
