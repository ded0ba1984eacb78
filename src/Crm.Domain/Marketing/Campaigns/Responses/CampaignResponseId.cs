using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Names one response to a message of a campaign.</summary>
[CrmId]
public readonly partial record struct CampaignResponseId;
