using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Front door to journeys: written as drafts, checked, published and retired.</summary>
[FrontDoor]
public sealed class Journeys(
    IJourneyStore store, IAutomationEvents events, IEnumerable<IRuleSubject> subjects, IEnumerable<IRuleAction> actions, CustomerSegments customers, ISegmentStore segments, IBusinessZone zone, CrmActs acts)
{
    private readonly JourneyVocabulary _vocabulary = new(events, subjects, actions, customers, segments, acts.Errors);

    /// <summary>Begins a journey as a draft.</summary>
    /// <param name="key">Its key: lower-case letters, digits and hyphens, beginning with a letter.</param>
    /// <param name="name">Its name for people.</param>
    /// <param name="definition">What it does.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The journey; otherwise <c>JourneyKeyTaken</c>, or what is wrong with the definition, each with its place.</returns>
    public Task<CrmResult<Journey>> CreateAsync(string key, string name, JourneyDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return acts.MakeAsync<Journey>(
            "marketing.create-journey",
            async now =>
            {
                if (await store.FindAsync(JourneyKeys.Checked(key), cancellationToken).ConfigureAwait(false) is not null)
                {
                    return acts.Errors.JourneyKeyTaken(key);
                }

                if (await WrongAsync(definition, now, cancellationToken).ConfigureAwait(false) is { Count: > 0 } wrong)
                {
                    return CrmResult<Journey>.Failed(wrong);
                }

                var made = new Journey(JourneyId.New(now), key, name, definition, now);
                store.Add(made);
                return made;
            },
            cancellationToken);
    }

    /// <summary>Writes the draft anew, or begins one; versions that were published stay as they are.</summary>
    /// <param name="key">The journey.</param>
    /// <param name="definition">What it does.</param>
    /// <param name="expectedVersion">The version of the journey that was seen; null for whichever there is.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The journey; otherwise <c>JourneyNotFound</c>, <c>VersionConflict</c>, or what is wrong with the definition.</returns>
    public async Task<CrmResult<Journey>> RewriteAsync(string key, JourneyDefinition definition, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var wrong = await WrongAsync(definition, acts.Now, cancellationToken).ConfigureAwait(false);
        return wrong.Count > 0 && acts.Gate.MayAct("marketing.rewrite-journey")
            ? CrmResult<Journey>.Failed(wrong)
            : await ChangeAsync("marketing.rewrite-journey", key, expectedVersion, _ => CrmRuling.Permitted, (j, now) => j.Rewrite(definition, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes the name of a journey.</summary>
    /// <param name="key">The journey.</param>
    /// <param name="name">The name.</param>
    /// <param name="expectedVersion">The version of the journey that was seen; null for whichever there is.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The journey; otherwise <c>JourneyNotFound</c> or <c>VersionConflict</c>.</returns>
    public Task<CrmResult<Journey>> RenameAsync(string key, string name, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("marketing.rename-journey", key, expectedVersion, _ => CrmRuling.Permitted, (j, now) => j.Rename(name, now), cancellationToken);

    /// <summary>Publishes the draft, which is checked again: contacts enter it from now on. Whoever is on the way stays on their version.</summary>
    /// <param name="key">The journey.</param>
    /// <param name="expectedVersion">The version of the journey that was seen; null for whichever there is.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The journey; otherwise <c>JourneyNotFound</c>, <c>JourneyNothingToPublish</c>, <c>VersionConflict</c>, or what is wrong with the definition.</returns>
    public async Task<CrmResult<Journey>> PublishAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        const string Act = "marketing.publish-journey";
        if (acts.Gate.MayAct(Act) && (await store.FindAsync(key, cancellationToken).ConfigureAwait(false))?.Draft is { } draft)
        {
            var read = JourneyDefinition.Parse(draft.Definition, acts.Errors);
            var wrong = read.TryGetValue(out var definition) ? await WrongAsync(definition, acts.Now, cancellationToken).ConfigureAwait(false) : read.Errors;
            if (wrong.Count > 0)
            {
                return CrmResult<Journey>.Failed(wrong);
            }
        }

        return await ChangeAsync(Act, key, expectedVersion, j => j.CanPublish(), (j, now) => j.Publish(now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets nobody enter any more; whoever is on the way goes on.</summary>
    /// <param name="key">The journey.</param>
    /// <param name="expectedVersion">The version of the journey that was seen; null for whichever there is.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The journey; otherwise <c>JourneyNotFound</c>, <c>JourneyNotPublished</c> or <c>VersionConflict</c>.</returns>
    public Task<CrmResult<Journey>> RetireAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("marketing.retire-journey", key, expectedVersion, j => j.CanRetire(), (j, now) => j.Retire(now), cancellationToken);

    /// <summary>One journey with its versions, for staff.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The journey; null when there is none, or the caller is no staff.</returns>
    public async Task<Journey?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await store.FindAsync(key, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>All journeys, for staff.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The journeys by key; none for others.</returns>
    public async Task<IReadOnlyList<JourneySummary>> ListAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await store.ListAsync(cancellationToken).ConfigureAwait(false) : [];

    /// <summary>Checks a definition as saving it would.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>What is wrong, each with its place; nothing when all is well.</returns>
    public Task<CrmResult<IReadOnlyList<CrmError>>> CheckAsync(JourneyDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return acts.MakeAsync<IReadOnlyList<CrmError>>(
            "marketing.check-journey",
            async now => (await WrongAsync(definition, now, cancellationToken).ConfigureAwait(false)).ToArray(),
            cancellationToken);
    }

    private Task<IReadOnlyList<CrmError>> WrongAsync(JourneyDefinition definition, Instant now, CancellationToken cancellationToken) =>
        _vocabulary.CheckAsync(definition, new(now, zone.Zone), cancellationToken);

    private async Task<CrmResult<Journey>> ChangeAsync(
        string act, string key, long? expectedVersion, Func<Journey, CrmRuling> may, Action<Journey, Instant> change, CancellationToken cancellationToken) =>
        await acts.ChangeAsync(act, store.FindAsync(key, cancellationToken), e => e.JourneyNotFound(key), expectedVersion, may, change, cancellationToken).ConfigureAwait(false);
}
