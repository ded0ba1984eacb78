using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Service;

namespace Crm.Domain.Feedback;

/// <summary>What is known of a case about which its customer may be asked.</summary>
/// <param name="Id">The case.</param>
/// <param name="CustomerId">The customer who asked for help.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="IsMerged">Whether it went into another case.</param>
/// <param name="Sku">The product it is about.</param>
/// <param name="AgentId">The agent who worked on it.</param>
/// <param name="Channel">The channel over which the customer asked.</param>
public sealed record SurveyedCase(ServiceCaseId Id, CustomerId CustomerId, CaseStatus Status, bool IsMerged, string? Sku, string? AgentId, ChannelKey? Channel);
