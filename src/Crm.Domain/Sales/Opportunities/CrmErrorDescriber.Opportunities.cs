namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>Nobody said what is to be done next, so it cannot be done.</summary>
    /// <param name="name">What the opportunity is called.</param>
    /// <returns>The error.</returns>
    public virtual CrmError NextStepMissing(string name) => Error(nameof(NextStepMissing), "Nothing is planned next for {0}.", "nextStep", name);

    /// <summary>There is no such opportunity.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OpportunityNotFound(string key) =>
        Error(nameof(OpportunityNotFound), "There is no opportunity {0}.", "opportunity", key);

    /// <summary>The opportunity is closed.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="category">Won or lost.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OpportunityClosed(string name, string category) =>
        Error(nameof(OpportunityClosed), "Opportunity {0} is closed ({1}). Reopen it first.", "opportunity", name, category);

    /// <summary>The opportunity is open.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OpportunityNotClosed(string name) =>
        Error(nameof(OpportunityNotClosed), "Opportunity {0} is open.", "opportunity", name);

    /// <summary>The opportunity is in the stage.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="stage">Name of the stage.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OpportunityInStage(string name, string stage) =>
        Error(nameof(OpportunityInStage), "Opportunity {0} is in stage {1} already.", "stage", name, stage);

    /// <summary>The opportunity is in the pipeline.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="pipeline">Name of the pipeline.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OpportunityInPipeline(string name, string pipeline) =>
        Error(nameof(OpportunityInPipeline), "Opportunity {0} is in pipeline {1} already.", "pipeline", name, pipeline);

    /// <summary>There is no such reason.</summary>
    /// <param name="reason">Key of the reason.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LossReasonUnknown(string reason) =>
        Error(nameof(LossReasonUnknown), "Opportunities are not lost for a reason {0}.", "reason", reason);

    /// <summary>The reason says nothing without words.</summary>
    /// <param name="reason">Name of the reason.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LossTextMissing(string reason) =>
        Error(nameof(LossTextMissing), "The reason {0} needs words.", "text", reason);

    /// <summary>No rate is known.</summary>
    /// <param name="from">The currency of the amount.</param>
    /// <param name="to">The business's own currency.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ExchangeRateMissing(string from, string to) =>
        Error(nameof(ExchangeRateMissing), "No rate from {0} to {1} is known.", "amount", from, to);

    /// <summary>The person is in the buying centre.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OpportunityContactPresent(string person) =>
        Error(nameof(OpportunityContactPresent), "Person {0} is in the buying centre already.", "person", person);

    /// <summary>The person is not in the buying centre.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OpportunityContactNotFound(string person) =>
        Error(nameof(OpportunityContactNotFound), "Person {0} is not in the buying centre.", "person", person);

    /// <summary>The opportunity has as many people or competitors as it can have.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">How many.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OpportunityPeopleFull(string name, int most) =>
        Error(nameof(OpportunityPeopleFull), "Opportunity {0} has {1} of them already.", "opportunity", name, most);

    /// <summary>The competitor is there.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CompetitorPresent(string name) =>
        Error(nameof(CompetitorPresent), "There is a competitor {0} already.", "competitor", name);

    /// <summary>The competitor is not there.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CompetitorNotFound(string name) =>
        Error(nameof(CompetitorNotFound), "There is no competitor {0}.", "competitor", name);
}
