namespace Crm.Domain.Service;

/// <summary>How customers who follow their cases are told of answers.</summary>
public sealed class CaseFollowingOptions
{
    /// <summary>The key of the message template that tells of an answer; its channel and purpose hold, and it may use <c>case.number</c> and <c>case.subject</c>.</summary>
    /// <value>Null by default: nobody is told.</value>
    public string? AnswerTemplate { get; set; }
}
