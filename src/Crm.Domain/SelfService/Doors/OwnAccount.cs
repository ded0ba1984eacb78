using Crm.Domain.Customers;
using Crm.Domain.Privacy;

namespace Crm.Domain.SelfService;

/// <summary>What a customer reads of itself.</summary>
/// <param name="Profile">Name, contact points, addresses, language; nothing that staff notes for itself.</param>
/// <param name="Consents">Where each purpose and channel stands.</param>
/// <param name="Changes">The changes that wait.</param>
public sealed record OwnAccount(CustomerProfile Profile, IReadOnlyList<ConsentState> Consents, IReadOnlyList<ChangeRequestView> Changes);
