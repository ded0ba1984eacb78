using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A new customer's way through first products and services: a checklist of dated steps.</summary>
public sealed class Onboarding : AggregateRoot<OnboardingId>
{
    /// <summary>Most steps.</summary>
    public const int MaxSteps = 100;

    /// <summary>Longest name of a template.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Longest title and note of a step.</summary>
    public const int MaxTitleLength = 200;

    private readonly List<OnboardingStep> _steps = [];

    private Onboarding() => Name = null!;

    /// <summary>Begins an onboarding.</summary>
    /// <param name="id">The id.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="template">The checklist.</param>
    /// <param name="begunOn">The day from which due days count.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The template has no step or too many, or a step is out of bounds.</exception>
    public Onboarding(OnboardingId id, CustomerId customerId, OnboardingTemplate template, LocalDate begunOn, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(template);
        CustomerId = Guard.NotEmpty(customerId);
        Name = Guard.Line(template.Name, MaxNameLength);
        BegunOn = Guard.Storable(begunOn);
        BegunAt = now;
        if (template.Steps is not { Count: > 0 and <= MaxSteps } || template.Steps.Any(s => s is null or { DueAfterDays: < 0 or > 3650 }))
        {
            throw new ArgumentException($"A checklist has 1 to {MaxSteps} steps, each due within 3,650 days.", nameof(template));
        }

        _steps.AddRange(template.Steps.Select((s, i) => new OnboardingStep(i + 1, Guard.Line(s.Title, MaxTitleLength), begunOn.PlusDays(s.DueAfterDays))));
        Raise(new OnboardingBegun(Id, CustomerId, Name, now));
    }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>Name of the template it was made from.</summary>
    public string Name { get; private set; }

    /// <summary>The day from which due days count.</summary>
    public LocalDate BegunOn { get; private set; }

    /// <summary>When it began.</summary>
    public Instant BegunAt { get; private set; }

    /// <summary>When its last open step was settled; null while one is open.</summary>
    public Instant? CompletedAt { get; private set; }

    /// <summary>The steps in their order.</summary>
    public IReadOnlyList<OnboardingStep> Steps => _steps;

    /// <summary>How far it is.</summary>
    /// <param name="today">The day in the business's zone.</param>
    /// <returns>The figures.</returns>
    public OnboardingProgress ProgressOn(LocalDate today)
    {
        var open = _steps.FindAll(s => s.Status == OnboardingStepStatus.Open);
        return new OnboardingProgress(
            _steps.Count,
            _steps.Count(s => s.Status == OnboardingStepStatus.Done),
            _steps.Count(s => s.Status == OnboardingStepStatus.Skipped),
            open.Count(s => s.DueOn < today),
            open.Count == 0 ? null : open.Min(s => s.DueOn));
    }

    /// <summary>Whether a step can be done, skipped or put off.</summary>
    /// <param name="number">The step.</param>
    /// <returns>The ruling; refused with <c>OnboardingStepNotFound</c> or <c>OnboardingStepSettled</c>.</returns>
    public CrmRuling CanSettle(int number) => Find(number) is not { } step ? CrmRuling.Refused(e => e.OnboardingStepNotFound(number))
        : step.Status == OnboardingStepStatus.Open ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.OnboardingStepSettled(number));

    /// <summary>Notes that a step was done.</summary>
    /// <param name="number">The step.</param>
    /// <param name="actorId">Id of who did it.</param>
    /// <param name="note">What is worth knowing, one line; null for nothing.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such step, or it is settled.</exception>
    /// <exception cref="ArgumentException">A text is empty, too long, or has control characters.</exception>
    public void Complete(int number, string actorId, string? note, Instant now) => Settle(number, OnboardingStepStatus.Done, actorId, note, now);

    /// <summary>Leaves a step out.</summary>
    /// <param name="number">The step.</param>
    /// <param name="actorId">Id of who decided it.</param>
    /// <param name="reason">Why, one line.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such step, or it is settled.</exception>
    /// <exception cref="ArgumentException">A text is empty, too long, or has control characters.</exception>
    public void Skip(int number, string actorId, string reason, Instant now) =>
        Settle(number, OnboardingStepStatus.Skipped, actorId, Guard.Line(reason, MaxTitleLength), now);

    /// <summary>Whether a step can be opened again.</summary>
    /// <param name="number">The step.</param>
    /// <returns>The ruling; refused with <c>OnboardingStepNotFound</c> or <c>OnboardingStepOpen</c>.</returns>
    public CrmRuling CanReopen(int number) => Find(number) is not { } step ? CrmRuling.Refused(e => e.OnboardingStepNotFound(number))
        : step.Status == OnboardingStepStatus.Open ? CrmRuling.Refused(e => e.OnboardingStepOpen(number))
        : CrmRuling.Permitted;

    /// <summary>Opens a step that was done or skipped by mistake.</summary>
    /// <param name="number">The step.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such step, or it is open.</exception>
    public void Reopen(int number, Instant now)
    {
        CanReopen(number).Demand();
        Find(number)!.Settle(OnboardingStepStatus.Open, null, null, null);
        CompletedAt = null;
        Raise(new OnboardingStepReopened(Id, CustomerId, number, now));
    }

    /// <summary>Gives an open step another day.</summary>
    /// <param name="number">The step.</param>
    /// <param name="dueOn">The new day.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such step, or it is settled.</exception>
    public void Reschedule(int number, LocalDate dueOn, Instant now)
    {
        CanSettle(number).Demand();
        Find(number)!.DueOn = Guard.Storable(dueOn);
        Raise(new OnboardingStepRescheduled(Id, CustomerId, number, dueOn, now));
    }

    private void Settle(int number, OnboardingStepStatus status, string actorId, string? note, Instant now)
    {
        CanSettle(number).Demand();
        var (by, remark) = (Guard.Line(actorId, Actor.MaxIdLength), Guard.OptionalLine(note, MaxTitleLength));
        var step = Find(number)!;
        step.Settle(status, by, remark, now);
        CompletedAt = _steps.TrueForAll(s => s.Status != OnboardingStepStatus.Open) ? now : null;
        Raise(new OnboardingStepSettled(Id, CustomerId, number, step.Title, status, CompletedAt is not null, now));
    }

    private OnboardingStep? Find(int number) => _steps.Find(s => s.Number == number);
}
