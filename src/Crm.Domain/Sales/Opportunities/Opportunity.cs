using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A sale that may come about, in a stage of a pipeline.</summary>
public sealed partial class Opportunity : AggregateRoot<OpportunityId>
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Longest source.</summary>
    public const int MaxSourceLength = 60;

    /// <summary>Longest description.</summary>
    public const int MaxDescriptionLength = 8_000;

    /// <summary>Longest next step.</summary>
    public const int MaxNextStepLength = 300;

    private Opportunity() => Name = Stage = FurthestStage = null!;

    /// <summary>Opens an opportunity.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">What is known.</param>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The stage is not one that it can be opened in, or misses fields; see <see cref="CanOpen"/>.</exception>
    /// <exception cref="ArgumentException">A text, day or amount is out of its bounds.</exception>
    public Opportunity(OpportunityId id, OpportunityDetails details, Pipeline pipeline, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(pipeline);
        CustomerId = Guard.NotEmpty(details.CustomerId);
        Name = Guard.Line(details.Name, MaxNameLength, nameof(details));
        Source = Guard.OptionalLine(details.Source, MaxSourceLength, nameof(details));
        Description = CheckedDescription(details.Description);
        Amount = CheckedAmount(details.Amount);
        CloseDate = details.CloseDate is { } date ? Guard.Storable(date, nameof(details)) : null;
        OwnerId = Guard.OptionalLine(details.OwnerId, Actor.MaxIdLength, nameof(details));
        TeamId = Guard.OptionalLine(details.TeamId, Actor.MaxIdLength, nameof(details));
        NextStep = Guard.OptionalLine(details.NextStep, MaxNextStepLength, nameof(details));
        NextStepDue = details.NextStepDue is { } due && NextStep is not null ? Guard.Storable(due, nameof(details)) : null;
        OpenedAt = Guard.Storable(now);
        _contacts.AddRange(details.Contacts.DistinctBy(c => c.PersonId).Select(c => new OpportunityContact(c)));
        Stage = FurthestStage = string.Empty;
        var stage = details.Stage ?? pipeline.First(StageCategory.Open).Key;
        CanOpen(pipeline, stage).Then(MeetsFields(pipeline, stage)).Demand();
        PipelineId = pipeline.Id;
        Enter(pipeline, pipeline.Find(stage)!, now);
        Raise(new OpportunityOpened(Id, CustomerId, Name, pipeline.Id, stage, Amount, OwnerId, now));
        Note(now);
    }

    /// <summary>The customer who may buy.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; }

    /// <summary>What it is about.</summary>
    public string? Description { get; private set; }

    /// <summary>Where it came from.</summary>
    public string? Source { get; private set; }

    /// <summary>Who answers for it; null where nobody does yet.</summary>
    public string? OwnerId { get; private set; }

    /// <summary>The owner's team.</summary>
    public string? TeamId { get; private set; }

    /// <summary>What is to be done next.</summary>
    public string? NextStep { get; private set; }

    /// <summary>By which day that is to be done.</summary>
    public LocalDate? NextStepDue { get; private set; }

    /// <summary>The task by which that is planned; null where it is words alone.</summary>
    public ActivityId? NextStepTaskId { get; private set; }

    /// <summary>When it was opened.</summary>
    public Instant OpenedAt { get; private set; }

    /// <summary>This opportunity as a subject of timelines and links.</summary>
    /// <returns>The reference.</returns>
    public SubjectReference ToSubject() => Id.ToSubject();

    /// <summary>Changes what it is called and what it is about.</summary>
    /// <param name="name">The name.</param>
    /// <param name="source">Where it came from; null when it is not known.</param>
    /// <param name="description">What it is about; null for nothing.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is out of its bounds.</exception>
    public void Describe(string name, string? source, string? description, Instant now)
    {
        var (line, from, text) = (Guard.Line(name, MaxNameLength), Guard.OptionalLine(source, MaxSourceLength), CheckedDescription(description));
        (Name, Source, Description) = (line, from, text);
        Raise(new OpportunityDescribed(Id, Name, now));
    }

    /// <summary>Whether a next step can be set.</summary>
    /// <returns>The ruling; refused with <c>OpportunityClosed</c>.</returns>
    public CrmRuling CanPlanNextStep() => WhileOpen();

    /// <summary>Says what is to be done next.</summary>
    /// <param name="nextStep">The step; null for nothing.</param>
    /// <param name="due">By which day; null for no day.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed.</exception>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    public void PlanNextStep(string? nextStep, LocalDate? due, Instant now)
    {
        CanPlanNextStep().Demand();
        var step = Guard.OptionalLine(nextStep, MaxNextStepLength);
        NextStepDue = step is not null && due is { } day ? Guard.Storable(day, nameof(due)) : null;
        (NextStep, NextStepTaskId) = (step, null);
        Raise(new OpportunityNextStepPlanned(Id, NextStep, NextStepDue, now));
    }

    /// <summary>Says what is to be done next, and which task it is. Called by <see cref="NextSteps"/>, which plans the task.</summary>
    internal void PlanNextStep(string nextStep, LocalDate due, ActivityId taskId, Instant now)
    {
        CanPlanNextStep().Demand();
        (NextStep, NextStepDue, NextStepTaskId) = (Guard.Line(nextStep, MaxNextStepLength), Guard.Storable(due), Guard.NotEmpty(taskId));
        Raise(new OpportunityNextStepPlanned(Id, NextStep, NextStepDue, now));
    }

    private CrmRuling WhileOpen() => Category == StageCategory.Open ? CrmRuling.Permitted : CrmRuling.Refused(e => e.OpportunityClosed(Name, e.NameOf(Category)));

    private static string? CheckedDescription(string? text) => string.IsNullOrWhiteSpace(text) ? null : Guard.Text(text, MaxDescriptionLength);

    private static Money? CheckedAmount(Money? amount) =>
        amount?.IsNegative == true ? throw new ArgumentException("An amount is not negative.", nameof(amount)) : amount;
}
