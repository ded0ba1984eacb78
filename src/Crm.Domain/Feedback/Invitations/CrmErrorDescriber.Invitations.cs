namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such invitation.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyInvitationNotFound(string key) => Error(nameof(SurveyInvitationNotFound), "There is no invitation {0}.", "invitation", key);

    /// <summary>The token opens no invitation: it never did, or the invitation was answered, has expired or was taken back. Which of them is not said.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyTokenUnknown() => Error(nameof(SurveyTokenUnknown), "This link opens no survey.", "token");

    /// <summary>The invitation is not open any more.</summary>
    /// <param name="status">Name of where it stands.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyInvitationSettled(string status) => Error(nameof(SurveyInvitationSettled), "The invitation is not open any more, but: {0}.", "invitation", status);

    /// <summary>The time of the invitation is not over.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyInvitationRunning() => Error(nameof(SurveyInvitationRunning), "The invitation can still be answered.", "invitation");

    /// <summary>The customer was reminded, or is not to be.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyReminderDone() => Error(nameof(SurveyReminderDone), "There is no reminder to send.", "invitation");

    /// <summary>No score of the answer is low.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyScoreNotLow() => Error(nameof(SurveyScoreNotLow), "No score of the answer is low.", "invitation");

    /// <summary>The low score was followed up.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyFollowUpDone() => Error(nameof(SurveyFollowUpDone), "The low score was followed up already.", "invitation");

    /// <summary>The survey has asked about this record.</summary>
    /// <param name="survey">The survey's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyAlreadyAsked(string survey) => Error(nameof(SurveyAlreadyAsked), "The survey {0} has asked about this already.", "about", survey);

    /// <summary>The customer was asked a short time ago.</summary>
    /// <param name="days">How many days lie between two invitations.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyAskedLately(int days) => Error(nameof(SurveyAskedLately), "The customer was asked within the last {0} days.", "customer", days);

    /// <summary>The survey names no message template.</summary>
    /// <param name="survey">The survey's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyTemplateMissing(string survey) => Error(nameof(SurveyTemplateMissing), "The survey {0} names no message template to send invitations by.", "templateKey", survey);
}
