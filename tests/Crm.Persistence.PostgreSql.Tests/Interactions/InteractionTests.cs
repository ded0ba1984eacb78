using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.PostgreSql.Tests.Interactions;

public sealed class InteractionTests(PostgreSqlFixture fixture) : InteractionSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
