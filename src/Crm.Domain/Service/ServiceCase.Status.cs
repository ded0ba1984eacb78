using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>Where the case stands.</summary>
    public CaseStatus Status { get; private set; } = CaseStatus.New;

    /// <summary>What that means for clocks and rules, whatever the status is called.</summary>
    public CaseCategory Category { get; private set; }

    /// <summary>The statuses that may follow now.</summary>
    /// <param name="statuses">The statuses that the host uses; the built-in ones when null.</param>
    /// <returns>The statuses, by category; none for a case that was merged into another.</returns>
    public IReadOnlyList<CaseStatus> PermittedTransitions(CaseStatusCatalog? statuses = null) =>
        CanChange() ? [.. (statuses ?? CaseStatusCatalog.BuiltIn).Following(Status, Category).Select(s => s.Status)] : [];

    /// <summary>Whether the case can move to a status.</summary>
    /// <param name="status">The status next.</param>
    /// <param name="solution">The solution, which a resolved status demands; null where one was given before.</param>
    /// <param name="statuses">The statuses that the host uses; the built-in ones when null.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseStatusUnknown</c>, <c>CaseTransitionNotAllowed</c>, <c>CaseSolutionMissing</c>.</returns>
    public CrmRuling CanMoveTo(CaseStatus status, string? solution = null, CaseStatusCatalog? statuses = null)
    {
        ArgumentNullException.ThrowIfNull(status);
        var known = statuses ?? CaseStatusCatalog.BuiltIn;
        return !known.TryGet(status, out var next) ? CanChange().Then(CrmRuling.Refused(e => e.CaseStatusUnknown(status.Value)))
            : CanStand(next, known).Then(
                next.Category == CaseCategory.Resolved && Category != CaseCategory.Resolved && string.IsNullOrWhiteSpace(solution)
                    ? CrmRuling.Refused(e => e.CaseSolutionMissing(Number.Value))
                    : CrmRuling.Permitted);
    }

    /// <summary>Moves the case to a status.</summary>
    /// <param name="status">The status next.</param>
    /// <param name="solution">The solution, which a resolved status demands; null where one was given before, or none is meant.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="statuses">The statuses that the host uses; the built-in ones when null.</param>
    /// <exception cref="CrmRuleException">The case cannot move there.</exception>
    /// <exception cref="ArgumentException"><paramref name="solution"/> is too long, or given for a status that is not resolved.</exception>
    public void MoveTo(CaseStatus status, string? solution, Instant now, CaseStatusCatalog? statuses = null)
    {
        CanMoveTo(status, solution, statuses).Demand();
        (statuses ?? CaseStatusCatalog.BuiltIn).TryGet(status, out var next);
        if (!string.IsNullOrWhiteSpace(solution))
        {
            Solution = next!.Category == CaseCategory.Resolved
                ? Guard.Text(solution, MaxMessageLength)
                : throw new ArgumentException("A solution goes with a resolved status.", nameof(solution));
        }

        Move(next!, statuses, now);
    }

    /// <summary>Whether the case can wait for the customer.</summary>
    /// <param name="statuses">The statuses that the host uses; the built-in ones when null.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseTransitionNotAllowed</c>.</returns>
    public CrmRuling CanWait(CaseStatusCatalog? statuses = null) => CanStand(CaseStatus.WaitingOnCustomer, statuses);

    /// <summary>Waits for the customer.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="statuses">The statuses that the host uses; the built-in ones when null.</param>
    /// <exception cref="CrmRuleException">The status does not allow it.</exception>
    public void Wait(Instant now, CaseStatusCatalog? statuses = null)
    {
        CanWait(statuses).Demand();
        Move(CaseStatus.WaitingOnCustomer, statuses, now);
    }

    /// <summary>Whether a solution can be given.</summary>
    /// <param name="statuses">The statuses that the host uses; the built-in ones when null.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseTransitionNotAllowed</c>.</returns>
    public CrmRuling CanResolve(CaseStatusCatalog? statuses = null) => CanStand(CaseStatus.Resolved, statuses);

    /// <summary>Gives the solution.</summary>
    /// <param name="solution">The solution; not empty.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="statuses">The statuses that the host uses; the built-in ones when null.</param>
    /// <exception cref="ArgumentException"><paramref name="solution"/> is empty or too long.</exception>
    /// <exception cref="CrmRuleException">The status does not allow it.</exception>
    public void Resolve(string solution, Instant now, CaseStatusCatalog? statuses = null)
    {
        CanResolve(statuses).Demand();
        ArgumentException.ThrowIfNullOrWhiteSpace(solution);
        Solution = Guard.Text(solution, MaxMessageLength);
        Move(CaseStatus.Resolved, statuses, now);
    }

    /// <summary>Whether the case can be closed.</summary>
    /// <param name="statuses">The statuses that the host uses; the built-in ones when null.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseTransitionNotAllowed</c>.</returns>
    public CrmRuling CanClose(CaseStatusCatalog? statuses = null) => CanStand(CaseStatus.Closed, statuses);

    /// <summary>Closes a resolved case.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="statuses">The statuses that the host uses; the built-in ones when null.</param>
    /// <exception cref="CrmRuleException">The status does not allow it.</exception>
    public void Close(Instant now, CaseStatusCatalog? statuses = null)
    {
        CanClose(statuses).Demand();
        Move(CaseStatus.Closed, statuses, now);
    }

    /// <summary>Whether the case can be reopened.</summary>
    /// <param name="statuses">The statuses that the host uses; the built-in ones when null.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseNotResolved</c>, <c>CaseTransitionNotAllowed</c>.</returns>
    public CrmRuling CanReopen(CaseStatusCatalog? statuses = null) => CanChange().Then(Category is CaseCategory.Resolved or CaseCategory.Closed
        ? CanStand(CaseStatus.Open, statuses)
        : CrmRuling.Refused(e => e.CaseNotResolved(Number.Value, (statuses ?? CaseStatusCatalog.BuiltIn).NameOf(Status))));

    /// <summary>Opens a resolved or closed case again; the solution that did not hold stays readable.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="statuses">The statuses that the host uses; the built-in ones when null.</param>
    /// <exception cref="CrmRuleException">The case is neither resolved nor closed, or was merged into another.</exception>
    public void Reopen(Instant now, CaseStatusCatalog? statuses = null)
    {
        CanReopen(statuses).Demand();
        Move(CaseStatus.Open, statuses, now);
    }

    private CrmRuling CanStand(CaseStatus next, CaseStatusCatalog? statuses) => CanStand(Known(next, statuses), statuses ?? CaseStatusCatalog.BuiltIn);

    private CrmRuling CanStand(CaseStatusDefinition next, CaseStatusCatalog known) => CanChange().Then(known.Following(Status, Category).Contains(next)
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.CaseTransitionNotAllowed(Number.Value, known.NameOf(Status), known.NameOf(next.Status))));

    private static CaseStatusDefinition Known(CaseStatus builtIn, CaseStatusCatalog? statuses) =>
        (statuses ?? CaseStatusCatalog.BuiltIn).TryGet(builtIn, out var known) ? known : throw new InvalidOperationException($"{builtIn} is built in.");

    private void Move(CaseStatus next, CaseStatusCatalog? statuses, Instant now) => Move(Known(next, statuses), statuses, now);

    private void Move(CaseStatusDefinition next, CaseStatusCatalog? statuses, Instant now)
    {
        var (before, forCustomer) = (Status, (statuses ?? CaseStatusCatalog.BuiltIn).DefinitionOf(Status, Category).CustomerName);
        Stand(next.Status, next.Category, now);
        Happened(new CaseStatusChanged(
            Id, Number, CustomerId, OrganisationId, before, next.Status, next.Category, forCustomer == next.CustomerName ? null : next.CustomerName, now));
    }

    // Every change of the status goes through here, whichever act brings it about.
    private void Stand(CaseStatus status, CaseCategory category, Instant now)
    {
        _categoryBefore ??= Category;
        (Status, Category) = (status, category);
        WaitFrom(category, now);
        ResolvedAt = category switch
        {
            CaseCategory.Resolved => ResolvedAt ?? now,
            CaseCategory.Closed => ResolvedAt,
            _ => null,
        };
        ClosedAt = category == CaseCategory.Closed ? ClosedAt ?? now : null;
        LockedAt = category is CaseCategory.Resolved or CaseCategory.Closed ? LockedAt : null;
    }
}
