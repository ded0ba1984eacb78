using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Keeps the policies of service levels: which cases each is for, what it promises, and in which order they are asked.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once. What a case is promised says <see cref="ServiceLevels"/>.</remarks>
[FrontDoor]
public sealed class SlaPolicies(
    ISlaPolicyStore policies, IServiceLevelSource source, IServiceCalendarStore calendars, CaseFieldCatalogue caseFields, ServiceLevelOptions options, CrmActs acts)
{
    /// <summary>Makes a policy, asked after every other one.</summary>
    /// <param name="details">Which cases it is for, and when.</param>
    /// <param name="terms">What it promises; from code or from <see cref="SlaPolicyTerms.Parse"/>.</param>
    /// <param name="isDefault">Whether it becomes the default one; the one that was steps down.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The policy, or <c>ActNotAllowed</c>, <c>SlaPolicyNameTaken</c>, <c>SlaPoliciesTooMany</c>, <c>ServiceCalendarNotFound</c>,
    /// <c>SlaPolicyPriorityMissing</c>, <c>SlaResponseAfterResolution</c>, <c>EscalationLevelRepeated</c>, <c>InvalidValue</c>, or what the condition is refused with.</returns>
    public Task<CrmResult<SlaPolicy>> CreateAsync(
        SlaPolicyDetails details, SlaPolicyTerms terms, bool isDefault = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(terms);
        return acts.MakeAsync<SlaPolicy>(
            "service.create-sla-policy",
            async now =>
            {
                var known = await policies.FindAllAsync(cancellationToken).ConfigureAwait(false);
                var created = new SlaPolicy(SlaPolicyId.New(now), details, terms, known.Count == 0 ? 1 : known.Max(p => p.Position) + 1, acts.Gate.Actor.Id, now);
                if (known.Count >= SlaPolicy.MaxPolicies)
                {
                    return acts.Errors.SlaPoliciesTooMany(SlaPolicy.MaxPolicies);
                }

                if (known.Any(p => p.Name == created.Name))
                {
                    return acts.Errors.SlaPolicyNameTaken(created.Name);
                }

                if (await ProblemsAsync(details, created.Current.Terms, now, cancellationToken).ConfigureAwait(false) is { Count: > 0 } problems)
                {
                    return CrmResult<SlaPolicy>.Failed(problems);
                }

                if (isDefault)
                {
                    known.FirstOrDefault(p => p.IsDefault)?.StepDown(now);
                    created.BecomeDefault(now);
                }

                policies.Add(created);
                return created;
            },
            cancellationToken);
    }

    /// <summary>Sets anew which cases a policy is for, and when.</summary>
    /// <inheritdoc cref="RetireAsync" path="/param" />
    /// <param name="details">Which cases, and when.</param>
    /// <returns>The policy, or <c>ActNotAllowed</c>, <c>SlaPolicyNotFound</c>, <c>VersionConflict</c>, <c>SlaPolicyNameTaken</c>, <c>InvalidValue</c>, or what the
    /// condition is refused with.</returns>
    public async Task<CrmResult<SlaPolicy>> ChangeAsync(SlaPolicyId id, SlaPolicyDetails details, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        var other = details.Name is null ? null : await policies.FindByNameAsync(details.Name, cancellationToken).ConfigureAwait(false);
        return await ActAsync(
            "service.change-sla-policy",
            id,
            expectedVersion,
            p => other is not null && other.Id != p.Id ? CrmRuling.Refused(e => e.SlaPolicyNameTaken(other.Name)) : CrmRuling.Permitted,
            (p, now) =>
            {
                if (ConditionProblems(details, now) is { Count: > 0 } problems)
                {
                    throw new CrmRuleException(problems);
                }

                p.Change(details, now);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Publishes a new version of what a policy promises.</summary>
    /// <inheritdoc cref="RetireAsync" path="/param" />
    /// <param name="terms">What it promises from now on.</param>
    /// <returns>The policy, or <c>ActNotAllowed</c>, <c>SlaPolicyNotFound</c>, <c>VersionConflict</c>, <c>ServiceCalendarNotFound</c>, <c>SlaPolicyPriorityMissing</c>,
    /// <c>SlaResponseAfterResolution</c>, <c>EscalationLevelRepeated</c>, <c>SlaPolicyFull</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SlaPolicy>> PublishAsync(SlaPolicyId id, SlaPolicyTerms terms, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return acts.MakeAsync<SlaPolicy>(
            "service.publish-sla-policy",
            async now => await ProblemsAsync(null, SlaPolicyTermsRules.Checked(terms), now, cancellationToken).ConfigureAwait(false) is { Count: > 0 } problems
                ? CrmResult<SlaPolicy>.Failed(problems)
                : await ActAsync(
                    "service.publish-sla-policy", id, expectedVersion, p => p.CanPublish(terms), (p, at) => p.Publish(terms, acts.Gate.Actor.Id, at), cancellationToken).ConfigureAwait(false),
            cancellationToken);
    }

    /// <summary>Puts the policies in another order; retired ones keep their places behind.</summary>
    /// <param name="order">Every policy that is not retired, the first one asked in front. The default one is asked last wherever it stands.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The policies in their order, or <c>ActNotAllowed</c>, <c>SlaPolicyOrderIncomplete</c>.</returns>
    public Task<CrmResult<IReadOnlyList<SlaPolicy>>> ReorderAsync(IReadOnlyList<SlaPolicyId> order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return acts.MakeAsync<IReadOnlyList<SlaPolicy>>(
            "service.reorder-sla-policies",
            async now =>
            {
                var known = (await policies.FindAllAsync(cancellationToken).ConfigureAwait(false)).Where(p => p.IsActive).ToDictionary(p => p.Id);
                if (order.Count != known.Count || order.Distinct().Count() != order.Count || !order.All(known.ContainsKey))
                {
                    return acts.Errors.SlaPolicyOrderIncomplete();
                }

                foreach (var (policy, index) in order.Select((id, index) => (known[id], index)).Where(p => p.Item1.Position != p.index + 1))
                {
                    policy.Move(index + 1, now);
                }

                return order.Select(id => known[id]).ToArray();
            },
            cancellationToken);
    }

    /// <summary>Makes a policy the default one; the one that was steps down.</summary>
    /// <inheritdoc cref="RetireAsync" path="/param" />
    /// <returns>The policy, or <c>ActNotAllowed</c>, <c>SlaPolicyNotFound</c>, <c>VersionConflict</c>, <c>SlaPolicyIsDefault</c>, <c>SlaPolicyRetired</c>.</returns>
    public async Task<CrmResult<SlaPolicy>> MakeDefaultAsync(SlaPolicyId id, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var before = (await policies.FindAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(p => p.IsDefault);
        return await ActAsync(
            "service.make-sla-policy-default",
            id,
            expectedVersion,
            p => p.CanBecomeDefault(),
            (p, now) =>
            {
                before?.StepDown(now);
                p.BecomeDefault(now);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Chooses a policy no more; cases that have it keep it. The default one cannot go before another takes its place.</summary>
    /// <param name="id">The policy.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The policy, or <c>ActNotAllowed</c>, <c>SlaPolicyNotFound</c>, <c>VersionConflict</c>, <c>SlaPolicyRetired</c>, <c>SlaPolicyIsDefault</c>.</returns>
    public Task<CrmResult<SlaPolicy>> RetireAsync(SlaPolicyId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ActAsync("service.retire-sla-policy", id, expectedVersion, p => p.CanRetire(), (p, now) => p.Retire(now), cancellationToken);

    /// <summary>Chooses a retired policy again.</summary>
    /// <inheritdoc cref="RetireAsync" path="/param" />
    /// <returns>The policy, or <c>ActNotAllowed</c>, <c>SlaPolicyNotFound</c>, <c>VersionConflict</c>, <c>SlaPolicyNotRetired</c>.</returns>
    public Task<CrmResult<SlaPolicy>> ReinstateAsync(SlaPolicyId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ActAsync("service.reinstate-sla-policy", id, expectedVersion, p => p.CanReinstate(), (p, now) => p.Reinstate(now), cancellationToken);

    /// <summary>Finds a policy.</summary>
    /// <param name="id">The policy.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The policy; null when there is none or the actor is not of the staff.</returns>
    public async Task<SlaPolicy?> FindAsync(SlaPolicyId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await policies.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Finds a policy by its name.</summary>
    /// <param name="name">The name, as it is written.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The policy; null when there is none or the actor is not of the staff.</returns>
    public async Task<SlaPolicy?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await policies.FindByNameAsync(name, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists the policies in the order in which they are asked.</summary>
    /// <param name="withRetired">Whether retired ones are listed too.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The policies; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<SlaPolicyEntry>> ListAsync(bool withRetired = false, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? [.. (await source.ReadAsync(cancellationToken).ConfigureAwait(false)).Policies.Where(p => withRetired || p.IsActive)] : [];

    private async Task<List<CrmError>> ProblemsAsync(SlaPolicyDetails? details, SlaPolicyTerms terms, Instant now, CancellationToken cancellationToken)
    {
        var problems = details is null ? [] : ConditionProblems(details, now);
        var key = terms.CalendarKey ?? options.DefaultCalendar;
        if ((await calendars.FindAsync(key, cancellationToken).ConfigureAwait(false))?.VersionAt(now) is { } version)
        {
            problems.AddRange(SlaPolicyTermsRules.ProblemsIn(terms, version.Calendar, now, acts.Errors));
        }
        else if (terms.CalendarKey is not null)
        {
            // A host may settle its default calendar after its policies.
            problems.Add(acts.Errors.ServiceCalendarNotFound(key));
        }

        return problems;
    }

    private List<CrmError> ConditionProblems(SlaPolicyDetails details, Instant now) =>
        details.Condition is null ? [] : [.. caseFields.Compile(details.Condition, now, acts.Errors).Errors];

    private Task<CrmResult<SlaPolicy>> ActAsync(
        string act, SlaPolicyId id, long? expectedVersion, Func<SlaPolicy, CrmRuling> may, Action<SlaPolicy, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, policies.FindAsync(id, cancellationToken), e => e.SlaPolicyNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
