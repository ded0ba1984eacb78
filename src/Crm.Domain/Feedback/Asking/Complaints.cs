using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Feedback;

/// <summary>Takes complaints as service cases with a category, so that they have deadlines, agents and reports like every case.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class Complaints(ISurveyedCases cases, FeedbackOptions options, IServiceProvider services, CrmActs acts)
{
    /// <summary>The type of a case that is a complaint; with a category, what <see cref="CaseTypeOf"/> says.</summary>
    public const string CaseType = "complaint";

    /// <summary>The type of the case of a complaint, by which lists, criteria and reports find it.</summary>
    /// <param name="category">The category.</param>
    /// <returns>Such as <c>complaint.delivery</c>.</returns>
    public static string CaseTypeOf(string category) => $"{CaseType}.{category}";

    /// <summary>Opens a case for a complaint.</summary>
    /// <param name="complaint">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>SurveyNeedsCases</c>, <c>ComplaintCategoryUnknown</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCaseId>> FileAsync(ComplaintDetails complaint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        return acts.MakeAsync<ServiceCaseId>(
            "feedback.file-complaint",
            async _ => !cases.IsAvailable ? acts.Errors.SurveyNeedsCases()
                : !options.ComplaintCategories.Contains(complaint.Category) ? acts.Errors.ComplaintCategoryUnknown(complaint.Category, string.Join(", ", options.ComplaintCategories))
                : await services.GetRequiredService<ICaseRequests>().OpenAsync(
                    new CaseDetails(complaint.CustomerId, complaint.Subject)
                    {
                        Description = complaint.Description, Type = CaseTypeOf(complaint.Category), Sku = complaint.Sku, Channel = complaint.Channel, Priority = CasePriority.High,
                    },
                    cancellationToken).ConfigureAwait(false),
            cancellationToken);
    }
}
