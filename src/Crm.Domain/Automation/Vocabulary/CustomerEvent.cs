using Crm.Domain.Criteria;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>An event with the customer that it leads to, and the question whether criteria hold for its values.</summary>
internal sealed record CustomerEvent(SubjectReference Customer, Func<Criterion, bool> Suits);
