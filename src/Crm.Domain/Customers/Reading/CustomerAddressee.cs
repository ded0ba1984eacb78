using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>Whom a letter to a customer names.</summary>
/// <param name="Name">The customer's name.</param>
/// <param name="Address">The postal address; null where none is known.</param>
/// <param name="Language">The language that the customer prefers; null where none is known.</param>
public sealed record CustomerAddressee(string Name, PostalAddress? Address, LanguageTag? Language);
