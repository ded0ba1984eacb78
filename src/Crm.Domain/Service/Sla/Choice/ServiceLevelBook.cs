using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Chooses service levels. What is on the shelf is read once per scope, and again when a second has passed.</summary>
internal sealed class ServiceLevelBook(IServiceLevelSource source, SlaConditions conditions, ServiceLevelOptions options) : IServiceLevelBook, IServiceLevelExplainer
{
    private static readonly Duration s_keptFor = Duration.FromSeconds(1);

    private ServiceLevelShelf? _shelf;
    private Instant _readAt;

    public async Task<ServiceLevel?> ChooseAsync(ServiceCase about, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(about);
        var shelf = await ShelfAsync(now, cancellationToken).ConfigureAwait(false);
        foreach (var policy in shelf.Policies)
        {
            if (Judge(policy, about, now) is SlaPolicyVerdict.Chosen or SlaPolicyVerdict.ChosenAsDefault
                && await LevelAsync(shelf, policy, about.Priority, now, cancellationToken).ConfigureAwait(false) is { } level)
            {
                return level;
            }
        }

        return null;
    }

    public async Task<ServiceLevelChoice> ExplainAsync(ServiceCase about, Instant now, CancellationToken cancellationToken)
    {
        var shelf = await ShelfAsync(now, cancellationToken).ConfigureAwait(false);
        var tried = new List<SlaPolicyTrial>();
        ServiceLevel? chosen = null;
        foreach (var policy in shelf.Policies)
        {
            var verdict = chosen is null ? Judge(policy, about, now) : SlaPolicyVerdict.NotAsked;
            var asked = verdict is SlaPolicyVerdict.Chosen or SlaPolicyVerdict.ConditionFails;
            if (verdict is SlaPolicyVerdict.Chosen or SlaPolicyVerdict.ChosenAsDefault)
            {
                chosen = await LevelAsync(shelf, policy, about.Priority, now, cancellationToken).ConfigureAwait(false);
                verdict = chosen is null ? SlaPolicyVerdict.CalendarMissing : verdict;
            }

            tried.Add(new SlaPolicyTrial(policy.Id, policy.Name, verdict) { Conditions = asked ? conditions.Explain(policy.Condition!, about, now) : [] });
        }

        return new ServiceLevelChoice(chosen, tried);
    }

    public async Task<IReadOnlyDictionary<ServiceLevelKey, ServiceLevel>> FindAsync(IReadOnlyCollection<ServiceLevelKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<ServiceLevelKey, ServiceLevel>();
        if (keys.Count == 0)
        {
            return found;
        }

        var terms = await source.TermsAsync([.. keys.Select(k => k.PolicyVersionId).Distinct()], cancellationToken).ConfigureAwait(false);
        var calendars = await source.CalendarsAsync([.. keys.Select(k => k.CalendarVersionId).Distinct()], cancellationToken).ConfigureAwait(false);
        var shelf = _shelf ?? await ShelfAsync(Instant.MinValue, cancellationToken).ConfigureAwait(false);
        var names = shelf.Policies.ToDictionary(p => p.Id, p => p.Name);
        foreach (var key in keys)
        {
            if (terms.TryGetValue(key.PolicyVersionId, out var content) && calendars.TryGetValue(key.CalendarVersionId, out var calendar))
            {
                found[key] = Level(key, names.GetValueOrDefault(content.PolicyId, string.Empty), content.Terms, calendar);
            }
        }

        return found;
    }

    private SlaPolicyVerdict Judge(SlaPolicyEntry policy, ServiceCase about, Instant now) =>
        !policy.IsActive ? SlaPolicyVerdict.Retired
        : policy.ValidFrom > now ? SlaPolicyVerdict.NotYetValid
        : policy.ValidUntil <= now ? SlaPolicyVerdict.Expired
        : policy.IsDefault ? SlaPolicyVerdict.ChosenAsDefault
        : conditions.Ask(policy.Condition, about, now);

    private async Task<ServiceLevel?> LevelAsync(ServiceLevelShelf shelf, SlaPolicyEntry policy, CasePriority priority, Instant now, CancellationToken cancellationToken)
    {
        if (!(await source.TermsAsync([policy.VersionId], cancellationToken).ConfigureAwait(false)).TryGetValue(policy.VersionId, out var content)
            || shelf.CalendarAt(content.Terms.CalendarKey ?? options.DefaultCalendar, now) is not { } version)
        {
            return null;
        }

        var calendars = await source.CalendarsAsync([version], cancellationToken).ConfigureAwait(false);
        return calendars.TryGetValue(version, out var calendar)
            ? Level(new ServiceLevelKey(policy.VersionId, version, priority), policy.Name, content.Terms, calendar)
            : null;
    }

    private static ServiceLevel Level(ServiceLevelKey key, string name, SlaPolicyTerms terms, BusinessCalendar calendar) =>
        new(key, name, terms.For(key.Priority, calendar), terms.Levels);

    // What is not saved yet is looked at anew each time; others' changes are seen within a second, and in every new scope at once.
    private async ValueTask<ServiceLevelShelf> ShelfAsync(Instant now, CancellationToken cancellationToken)
    {
        if (_shelf is not { IsSettled: true } || source.IsTouched || now < _readAt || now - _readAt >= s_keptFor)
        {
            (_shelf, _readAt) = (await source.ReadAsync(cancellationToken).ConfigureAwait(false), now);
        }

        return _shelf;
    }
}
