namespace Crm.Domain.Primitives;

/// <summary>The kinds of record that this library itself points at.</summary>
public static class SubjectKinds
{
    /// <summary>A customer, person or organisation.</summary>
    public const string Customer = "customer";

    /// <summary>A service case.</summary>
    public const string Case = "case";

    /// <summary>A visit of a technician.</summary>
    public const string Visit = "visit";

    /// <summary>An interaction.</summary>
    public const string Interaction = "interaction";

    /// <summary>An order.</summary>
    public const string Order = "order";

    /// <summary>A lead.</summary>
    public const string Lead = "lead";

    /// <summary>An opportunity.</summary>
    public const string Opportunity = "opportunity";

    /// <summary>A knowledge item.</summary>
    public const string KnowledgeItem = "knowledge-item";

    /// <summary>An activity: a task, a call or a meeting that is planned.</summary>
    public const string Activity = "activity";

    /// <summary>A message that goes out.</summary>
    public const string OutboundMessage = "outbound-message";

    /// <summary>A quote.</summary>
    public const string Quote = "quote";

    /// <summary>A subscription.</summary>
    public const string Subscription = "subscription";

    /// <summary>An invitation to a survey.</summary>
    public const string SurveyInvitation = "survey-invitation";

    /// <summary>An account of the portal.</summary>
    public const string PortalAccount = "portal-account";

    /// <summary>A change that a customer asked for in the portal.</summary>
    public const string ChangeRequest = "change-request";
}
