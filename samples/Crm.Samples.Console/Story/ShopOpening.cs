namespace Crm.Samples.Console.Story;

/// <summary>What the story begins with.</summary>
internal sealed record ShopOpening(int Products, int Articles, int Customers, int NamedCustomers, int Purchases);
