using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class ReplayTests(PostgreSqlFixture fixture) : ReplaySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
