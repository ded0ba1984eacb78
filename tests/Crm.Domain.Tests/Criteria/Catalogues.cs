using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Tests.Criteria;

/// <summary>The catalogue of customers with the fields of every area that <c>AddCrm</c> registers.</summary>
internal static class Catalogues
{
    public static FieldCatalogue<CriteriaRecord> ForRecords(params IReadOnlyList<CustomField> customFields) => Customers.ForRecords(customFields);

    public static CustomerFieldCatalogue Customers => new(new ServiceCollection().AddCrm().Services
        .Where(s => s.ServiceType == typeof(IRelatedFields))
        .Select(s => (IRelatedFields)Activator.CreateInstance(s.ImplementationType!, [.. s.ImplementationType!.GetConstructors()[0].GetParameters().Select(p => Activator.CreateInstance(p.ParameterType))])!));
}
