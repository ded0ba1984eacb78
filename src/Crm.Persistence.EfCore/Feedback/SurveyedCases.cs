using Crm.Domain.Feedback;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Feedback;

internal sealed class SurveyedCases(CrmDb crm) : ISurveyedCases
{
    public bool IsAvailable => crm.Maps(CrmAreas.Feedback) && crm.Maps(CrmAreas.Service);

    public Task<SurveyedCase?> FindAsync(ServiceCaseId id, CancellationToken cancellationToken) =>
        crm.For(CrmAreas.Service).Context.Set<ServiceCase>().IgnoreAutoIncludes().AsNoTracking().Where(c => c.Id == id)
            .Select(c => new SurveyedCase(c.Id, c.CustomerId, c.Status, c.MergedIntoId != null, c.Sku, c.AssigneeId, c.Channel)).SingleOrDefaultAsync(cancellationToken);
}
