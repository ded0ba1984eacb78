using Crm.Domain.Customers;

namespace Crm.Domain.Partners;

/// <summary>What of a record partners could be let see.</summary>
/// <param name="CustomerId">The customer that it is about; null where that is not known.</param>
/// <param name="IsForPartners">Whether its audience includes partners.</param>
/// <param name="Fields">Its fields as text, those that are known.</param>
/// <param name="Messages">What the business and its customer wrote to each other, oldest first.</param>
public sealed record SharedContent(CustomerId? CustomerId, bool IsForPartners, IReadOnlyDictionary<SharedField, string> Fields, IReadOnlyList<SharedMessage> Messages);
