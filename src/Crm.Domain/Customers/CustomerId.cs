using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Names one customer, person or organisation.</summary>
[CrmId(SubjectKinds.Customer)]
public readonly partial record struct CustomerId;
