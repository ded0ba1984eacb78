using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class DeadlinePathTests(PostgreSqlFixture fixture) : DeadlinePathSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
