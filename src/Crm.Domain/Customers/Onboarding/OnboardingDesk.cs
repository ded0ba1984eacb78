using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Leads new customers through first products and services, by checklists of dated steps.</summary>
/// <remarks>Scoped service. No act saves; the host saves once through <see cref="ICrmUnitOfWork"/> or its own context.</remarks>
[FrontDoor]
public sealed class OnboardingDesk(IOnboardingStore onboardings, ICustomerQueries customers, ICustomerCareQueries queries, IBusinessZone business, CrmActs acts)
{
    /// <summary>Begins an onboarding; due days count from today in the business's zone.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="template">The checklist.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The onboarding, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Onboarding>> BeginAsync(CustomerId customerId, OnboardingTemplate template, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<Onboarding>(
            "customers.begin-onboarding",
            async now =>
            {
                if (await customers.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false) is not { } customer)
                {
                    return acts.Errors.CustomerNotFound(customerId.ToString());
                }

                var begun = new Onboarding(OnboardingId.New(now), customer.Id, template, DayOf(now), now);
                onboardings.Add(begun);
                return begun;
            },
            cancellationToken);

    /// <summary>Finds an onboarding.</summary>
    /// <param name="id">The onboarding.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The onboarding; null when there is none or the actor may not read its customer.</returns>
    public async Task<Onboarding?> FindAsync(OnboardingId id, CancellationToken cancellationToken = default)
    {
        var found = await onboardings.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return found is not null && acts.Gate.Readable.Includes(new(SubjectKinds.Customer, found.CustomerId.Value)) ? found : null;
    }

    /// <summary>The onboardings of a customer, begun last first; none when the actor may not read the customer.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The ids.</returns>
    public async Task<IReadOnlyList<OnboardingId>> OfAsync(CustomerId customerId, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Includes(new(SubjectKinds.Customer, customerId.Value)) ? await queries.OnboardingsAsync(customerId, cancellationToken).ConfigureAwait(false) : [];

    /// <summary>How far an onboarding is today, in the business's zone.</summary>
    /// <param name="onboarding">The onboarding.</param>
    /// <returns>The figures.</returns>
    public OnboardingProgress ProgressOf(Onboarding onboarding)
    {
        ArgumentNullException.ThrowIfNull(onboarding);
        return onboarding.ProgressOn(DayOf(acts.Now));
    }

    /// <summary>Notes that a step was done, by whoever acts.</summary>
    /// <param name="id">The onboarding.</param>
    /// <param name="step">The step.</param>
    /// <param name="note">What is worth knowing; null for nothing.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The onboarding, or <c>ActNotAllowed</c>, <c>OnboardingNotFound</c>, <c>VersionConflict</c>, <c>OnboardingStepNotFound</c>,
    /// <c>OnboardingStepSettled</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Onboarding>> CompleteAsync(
        OnboardingId id, int step, string? note = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.complete-onboarding-step", id, expectedVersion, o => o.CanSettle(step), (o, now) => o.Complete(step, acts.Gate.Actor.Id, note, now), cancellationToken);

    /// <summary>Leaves a step out, by decision of whoever acts.</summary>
    /// <param name="id">The onboarding.</param>
    /// <param name="step">The step.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The onboarding, or <c>ActNotAllowed</c>, <c>OnboardingNotFound</c>, <c>VersionConflict</c>, <c>OnboardingStepNotFound</c>,
    /// <c>OnboardingStepSettled</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Onboarding>> SkipAsync(OnboardingId id, int step, string reason, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.skip-onboarding-step", id, expectedVersion, o => o.CanSettle(step), (o, now) => o.Skip(step, acts.Gate.Actor.Id, reason, now), cancellationToken);

    /// <summary>Opens a step that was done or skipped by mistake.</summary>
    /// <param name="id">The onboarding.</param>
    /// <param name="step">The step.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The onboarding, or <c>ActNotAllowed</c>, <c>OnboardingNotFound</c>, <c>VersionConflict</c>, <c>OnboardingStepNotFound</c>, <c>OnboardingStepOpen</c>.</returns>
    public Task<CrmResult<Onboarding>> ReopenAsync(OnboardingId id, int step, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.reopen-onboarding-step", id, expectedVersion, o => o.CanReopen(step), (o, now) => o.Reopen(step, now), cancellationToken);

    /// <summary>Gives an open step another day.</summary>
    /// <param name="id">The onboarding.</param>
    /// <param name="step">The step.</param>
    /// <param name="dueOn">The new day.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The onboarding, or <c>ActNotAllowed</c>, <c>OnboardingNotFound</c>, <c>VersionConflict</c>, <c>OnboardingStepNotFound</c>,
    /// <c>OnboardingStepSettled</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Onboarding>> RescheduleAsync(
        OnboardingId id, int step, LocalDate dueOn, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.reschedule-onboarding-step", id, expectedVersion, o => o.CanSettle(step), (o, now) => o.Reschedule(step, dueOn, now), cancellationToken);

    private LocalDate DayOf(Instant at) => at.InZone(business.Zone).Date;

    private Task<CrmResult<Onboarding>> ChangeAsync(
        string act, OnboardingId id, long? expectedVersion, Func<Onboarding, CrmRuling> may, Action<Onboarding, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, onboardings.FindAsync(id, cancellationToken), e => e.OnboardingNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
