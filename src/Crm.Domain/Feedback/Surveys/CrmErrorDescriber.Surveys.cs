namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such survey.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyNotFound(string key) => Error(nameof(SurveyNotFound), "There is no survey {0}.", "survey", key);

    /// <summary>A survey with this key exists already.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyAlreadyDefined(string key) => Error(nameof(SurveyAlreadyDefined), "A survey {0} exists already.", "key", key);

    /// <summary>A definition of a survey is wrong at a place.</summary>
    /// <param name="path">The place.</param>
    /// <param name="problem">What is wrong.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyMalformed(string path, string problem) => Error(nameof(SurveyMalformed), "The survey is wrong at {0}: {1}.", path, path, problem);

    /// <summary>The survey is closed.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyIsClosed(string key) => Error(nameof(SurveyIsClosed), "The survey {0} is closed.", "survey", key);

    /// <summary>The survey was not published yet.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyNotPublished(string key) => Error(nameof(SurveyNotPublished), "The survey {0} is not published yet.", "survey", key);

    /// <summary>Nothing new was written.</summary>
    /// <param name="key">The survey's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyNothingToPublish(string key) => Error(nameof(SurveyNothingToPublish), "The survey {0} has nothing new to publish.", "survey", key);

    /// <summary>The host gave no key for the tokens of invitations that are sent.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyTokenKeyMissing() => Error(nameof(SurveyTokenKeyMissing), "Invitations cannot be sent: CrmOptions.Feedback.TokenKey is not set.", "templateKey");

    /// <summary>The survey has to do with cases, and the service area is not in use.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyNeedsCases() => Error(nameof(SurveyNeedsCases), "The survey has to do with cases, and the service area is not in use.", "settings");

    /// <summary>The survey has no such question.</summary>
    /// <param name="key">What was answered.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyQuestionUnknown(string key) => Error(nameof(SurveyQuestionUnknown), "There is no question {0}.", key, key);

    /// <summary>A question that must be answered was not.</summary>
    /// <param name="key">The question.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyAnswerMissing(string key) => Error(nameof(SurveyAnswerMissing), "Please answer the question {0}.", key, key);

    /// <summary>An answer does not go with its question.</summary>
    /// <param name="key">The question.</param>
    /// <param name="expected">What was expected.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SurveyAnswerUnfit(string key, string expected) => Error(nameof(SurveyAnswerUnfit), "This is no answer to the question {0}; expected: {1}.", key, key, expected);
}
