using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class CaseRecordsTests(PostgreSqlFixture fixture) : CaseRecordsSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
