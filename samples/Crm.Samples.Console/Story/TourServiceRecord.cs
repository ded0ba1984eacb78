using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Service;

namespace Crm.Samples.Console.Story;

/// <summary>What came of a call.</summary>
internal sealed record TourServiceRecord(Interaction Call, AgentView View, ServiceCase Case, IReadOnlyList<ServiceDeadline> Deadlines, ServiceVisit Visit, KnowledgeItem Article);
