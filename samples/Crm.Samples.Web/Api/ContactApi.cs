using System.Text.Json.Serialization;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Web.Api;

/// <summary>The API by which another system, such as a telephone exchange, records contacts.</summary>
public static class ContactApi
{
    public static void AddContactApi(this IServiceCollection services)
    {
        services.AddOpenApi();
        services.AddProblemDetails();
        services.AddExceptionHandler<ApiProblems>();

        // A request that cannot be read is answered by ApiProblems in every environment.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o =>
        {
            // A member that we do not know is a mistake of the caller, who should hear of it.
            o.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            o.SerializerOptions.AllowDuplicateProperties = false;
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
    }

    public static void MapContactApi(this IEndpointRouteBuilder app)
    {
        var interactions = app.MapGroup("/api/interactions").WithTags("Interactions");
        interactions.MapPost("/", RecordAsync)
            .WithName("RecordContact")
            .WithSummary("Records a contact with a customer.")
            .WithDescription("A contact that was sent before under the same external id is answered as it was recorded, with 200.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        interactions.MapGet("/{id:guid}", ReadAsync).WithName("ReadContact").WithSummary("Reads a contact.");
    }

    private static async Task<Results<Created<RecordedContact>, Ok<RecordedContact>, ProblemHttpResult>> RecordAsync(
        RecordContact written, ContactHistory history, ICrmUnitOfWork unitOfWork, CrmErrorDescriber errors, CancellationToken cancellationToken)
    {
        var read = ContactReading.Read(written, errors);
        if (!read.TryGetValue(out var details))
        {
            return ApiProblems.Of(read.Errors);
        }

        var recorded = await history.RecordAsync(details, cancellationToken);
        if (!recorded.TryGetValue(out var interaction))
        {
            return ApiProblems.Of(recorded.Errors);
        }

        // A contact that was known already has raised nothing.
        var isNew = interaction.PendingEvents.Count > 0;
        var saved = await unitOfWork.SaveAsync(cancellationToken);
        return (saved.Succeeded, isNew) switch
        {
            (false, _) => ApiProblems.Of(saved.Errors),
            (_, true) => TypedResults.Created($"/api/interactions/{interaction.Id}", RecordedContact.Of(interaction)),
            _ => TypedResults.Ok(RecordedContact.Of(interaction)),
        };
    }

    // The front door has no reading of one contact, so this reads the table; the endpoint is for agents, who see every contact.
    private static async Task<Results<Ok<RecordedContact>, NotFound>> ReadAsync(Guid id, CrmDbContext db, CancellationToken cancellationToken)
    {
        var interactionId = InteractionId.From(id);
        var found = id == Guid.Empty ? null : await db.Set<Interaction>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == interactionId, cancellationToken);
        return found is null ? TypedResults.NotFound() : TypedResults.Ok(RecordedContact.Of(found));
    }
}
