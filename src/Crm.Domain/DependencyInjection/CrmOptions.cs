using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Marketing;
using Crm.Domain.Partners;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.SelfService;
using Crm.Domain.Service;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host settles once for the whole CRM.</summary>
public sealed class CrmOptions
{
    /// <summary>IANA id of the time zone in which the business counts its days.</summary>
    /// <value><c>Etc/UTC</c> by default.</value>
    public string BusinessTimeZone { get; set; } = "Etc/UTC";

    /// <summary>The roles of agents: what they may do, which records they see, which fields are kept from them.</summary>
    /// <value>No roles by default: every agent may everything.</value>
    public CrmRoles Roles { get; } = new();

    /// <summary>How customers are checked for duplicates.</summary>
    public DuplicateOptions Duplicates { get; } = new();

    /// <summary>The channels that contacts can be recorded on; add your own with <see cref="ChannelCatalog.Register"/>.</summary>
    /// <value>The built-in channels by default.</value>
    public ChannelCatalog Channels { get; } = new();

    /// <summary>What holds for attachments of contacts.</summary>
    public AttachmentOptions Attachments { get; } = new();

    /// <summary>The kinds of activity that can be planned; add your own with <see cref="ActivityKindCatalog.Register"/>.</summary>
    /// <value>The built-in kinds by default.</value>
    public ActivityKindCatalog ActivityKinds { get; } = new();

    /// <summary>The statuses that service cases can have; add your own with <see cref="CaseStatusCatalog.Register"/>.</summary>
    /// <value>The built-in statuses by default.</value>
    public CaseStatusCatalog CaseStatuses { get; } = new();

    /// <summary>What becomes of customers' messages to closed cases, at the service desk and in the intake.</summary>
    /// <value>They reopen the case, for ever, by default.</value>
    public CaseFollowUpRules CaseFollowUps { get; set; } = new();

    /// <summary>Which cases are closed because their customer says nothing any more.</summary>
    /// <value>None by default.</value>
    public CaseClosingOptions CaseClosing { get; } = new();

    /// <summary>How customers who follow their cases are told of answers.</summary>
    public CaseFollowingOptions CaseFollowing { get; } = new();

    /// <summary>How messages are sent: ceilings, tries, Message-IDs.</summary>
    public OutboundOptions Outbound { get; } = new();

    /// <summary>
    /// The secret under which addresses that must never be used again are hashed: at least 32 random bytes as Base64, kept apart from
    /// the database and never changed without <see cref="FormerSuppressionKeys"/>. Erasing a person needs it.
    /// </summary>
    /// <value>Null by default: nobody can be erased.</value>
    public string? SuppressionKey { get; set; }

    /// <summary>Secrets that were used before, so that addresses hashed under them are still known.</summary>
    /// <value>Empty by default.</value>
    public IList<string> FormerSuppressionKeys { get; } = [];

    /// <summary>Whether it is noted who reads a customer, its overview or an export; each reading writes a row then.</summary>
    /// <value>False by default.</value>
    public bool LogsAccess { get; set; }

    /// <summary>The purposes for which customers can be contacted; add your own with <see cref="PurposeCatalog.Register"/>.</summary>
    /// <value>The built-in purposes by default.</value>
    public PurposeCatalog Purposes { get; } = new();

    /// <summary>How entitlements find their cases.</summary>
    public EntitlementOptions Entitlements { get; } = new();

    /// <summary>How visits are planned: travel.</summary>
    public FieldServiceOptions FieldService { get; } = new();

    /// <summary>How messages are taken in.</summary>
    public IntakeOptions Intake { get; } = new();

    /// <summary>How the knowledge base is searched.</summary>
    public KnowledgeSearchOptions KnowledgeSearch { get; } = new();

    /// <summary>What holds for service levels.</summary>
    public ServiceLevelOptions ServiceLevels { get; } = new();

    /// <summary>What is kept of those who read the knowledge base, and for how long.</summary>
    public KnowledgeReadingOptions KnowledgeReading { get; } = new();

    /// <summary>How knowledge items are written and trusted.</summary>
    public KnowledgeOptions Knowledge { get; } = new();

    /// <summary>Surveys and complaints: the key of tokens, the pause between invitations, categories.</summary>
    public FeedbackOptions Feedback { get; } = new();

    /// <summary>The portal: the key of tokens, templates of its messages, how long invitations and sessions hold.</summary>
    public SelfServiceOptions SelfService { get; } = new();

    /// <summary>What holds for selling: currency, reasons for losing.</summary>
    public SalesOptions Sales { get; } = new();

    /// <summary>Rules and webhooks: the rules that are written in code, tries, depth, targets.</summary>
    public AutomationOptions Automation { get; } = new();

    /// <summary>Marketing: frequency caps, tokens, tracking, conversions.</summary>
    public MarketingOptions Marketing { get; } = new();

    /// <summary>Partners: tiers, times to answer, what they may see and change.</summary>
    public PartnerOptions Partners { get; } = new();
}
