using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class CaseFollowUpTests(PostgreSqlFixture fixture) : CaseFollowUpSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
