namespace Crm.Domain.Feedback;

/// <summary>What kind of answer a question takes.</summary>
public enum SurveyQuestionKind
{
    /// <summary>A whole number on a scale.</summary>
    Score,

    /// <summary>One of several choices.</summary>
    Choice,

    /// <summary>Any number of several choices.</summary>
    MultipleChoice,

    /// <summary>Free words.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    YesNo,
}
