using Crm.Domain.CustomFields;

namespace Crm.Domain.Customers;

/// <summary>A value of a custom field of a customer. Part of <see cref="Customer"/>; changed by its acts.</summary>
public sealed class CustomerField : CustomFieldValue
{
    internal CustomerField()
    {
    }
}
