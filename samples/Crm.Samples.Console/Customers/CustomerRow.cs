using Crm.Domain.Customers;

namespace Crm.Samples.Console.Customers;

/// <summary>One row of a customer file: what it says, or why it says nothing usable.</summary>
internal sealed record CustomerRow(int Row, string Id, NewCustomer? Customer, Rejection? Rejection);
