using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.PostgreSql.Tests.Interactions;

public sealed class ActivityTests(PostgreSqlFixture fixture) : ActivitySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
