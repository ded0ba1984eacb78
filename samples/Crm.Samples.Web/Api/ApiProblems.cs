using System.Text.Json;
using Crm.Domain.Primitives;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Samples.Web.Api;

/// <summary>Coded errors of the CRM as problem details (RFC 9457): the code decides the status and stands in the answer.</summary>
public sealed class ApiProblems(IProblemDetailsService problems) : IExceptionHandler
{
    public static ProblemHttpResult Of(IReadOnlyList<CrmError> errors) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusOf(errors[0].Code),
        Title = errors[0].Message,
        Extensions =
        {
            ["code"] = errors[0].Code,
            ["errors"] = errors.Select(e => new { e.Code, e.Message, Target = e.Target is null ? null : JsonNamingPolicy.CamelCase.ConvertName(e.Target) }),
        },
    });

    /// <summary>A request that could not be read at all: malformed JSON, an unknown member, a missing one.</summary>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is that of the error page by now.
        if (httpContext.Features.Get<IExceptionHandlerPathFeature>() is not { } failed || !new PathString(failed.Path).StartsWithSegments("/api"))
        {
            return false;
        }

        var refused = exception as BadHttpRequestException;
        httpContext.Response.StatusCode = refused?.StatusCode ?? StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails =
            {
                Status = httpContext.Response.StatusCode,
                Title = refused is null ? "Something went wrong." : "The request could not be read.",

                // The reader's message names the member and its place; nothing of it comes from inside the application.
                Detail = (refused?.InnerException as JsonException)?.Message ?? refused?.Message,
                Extensions = { ["code"] = refused is null ? "InternalError" : "UnreadableRequest" },
            },
        });
    }

    private static int StatusOf(string code) => code switch
    {
        nameof(CrmErrorDescriber.ActNotAllowed) => StatusCodes.Status403Forbidden,
        nameof(CrmErrorDescriber.VersionConflict) or nameof(CrmErrorDescriber.AlreadyExists) => StatusCodes.Status409Conflict,
        _ when code.EndsWith("NotFound", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status400BadRequest,
    };
}
